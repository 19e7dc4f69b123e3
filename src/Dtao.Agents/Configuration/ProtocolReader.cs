using Dtao.Hocon;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Configuration;

/// <summary>Reads the rules that a run begins with, and those that it goes over to: rule sets of <c>config/protocol/</c>, each laid over what it begins with.</summary>
internal static class ProtocolReader
{
    /// <param name="root">The whole configuration.</param>
    /// <param name="genesis">The block before the first.</param>
    /// <param name="diagnostics">What is wrong with the first rules is not said again of those that follow.</param>
    public static ProtocolRules Read(ConfigReader root, Block genesis, DiagnosticBag diagnostics)
    {
        var before = diagnostics.Errors;
        var (c, sets) = (root.Section("protocol"), root.Section("rules"));
        var (rules, names) = (Read(c), sets.Names());
        foreach (var name in names) _ = sets.Value(name); // known, even where an error keeps them from being read
        var switches = c.Sections("switches").Select(one => (Section: one, At: genesis + one.Blocks("at", atLeast: 1), Name: one.Choice("rules", [.. names]))).ToArray();
        foreach (var (earlier, later) in switches.Zip(switches.Skip(1)))
            if (later.At <= earlier.At) later.Section.Report("at", "is not after the switch before it", "write the switches in their order");
        if (diagnostics.Errors > before) return rules;
        var all = names.ToDictionary(name => name, name => Read(sets.SectionOver(name, c), ofSet: true), StringComparer.Ordinal);
        ReportTheWayBack(rules, switches, all);
        return rules with { Switches = [.. switches.Select(one => new RulesSwitch(one.At, one.Name, all[one.Name]))] };
    }

    /// <summary>Alpha, once there is any, cannot be undone.</summary>
    private static void ReportTheWayBack(ProtocolRules first, IEnumerable<(ConfigReader Section, Block At, string Name)> switches, Dictionary<string, ProtocolRules> sets)
    {
        var mechanism = first.Mechanism;
        foreach (var (section, _, name) in switches)
        {
            if (mechanism == Mechanism.Dynamic && sets[name].Mechanism == Mechanism.RootVote)
                section.Report("rules", "leads from dynamic back to root-vote", "go over from root-vote to launch-2025 or a later set");
            mechanism = sets[name].Mechanism;
        }
    }

    /// <param name="ofSet">It stands over the first rules, whose switches it has nothing to say about.</param>
    private static ProtocolRules Read(ConfigReader c, bool ofSet)
    {
        if (ofSet) _ = c.Value("switches");
        return Read(c);
    }

    private static ProtocolRules Read(ConfigReader c) => new()
    {
        Mechanism = c.Choice("mechanism", "dynamic", "root-vote") == "root-vote" ? Mechanism.RootVote : Mechanism.Dynamic,
        TotalSupplyRao = c.Tao("total-supply", atLeast: 1, atMost: 21_000_000_000_000_000),
        BlockEmissionRao = c.Tao("block-emission", atMost: 1_000_000_000_000),
        TaoWeightU64 = c.Whole("tao-weight-u64"),
        OwnerCutU16 = U16(c, "owner-cut-u16"),
        DelegateTakeU16 = U16(c, "delegate-take-u16"),
        MovingAlphaRaw = (uint)c.Whole("moving-price-alpha-raw", atMost: uint.MaxValue),
        MovingPriceCap = c.Price("moving-price-cap", atMost: 1_000_000),
        MovingPriceRampBlocks = (ulong)c.Blocks("moving-price-ramp"),
        MovingPriceFloorsOnce = c.Flag("moving-price-floors-once"),
        Curve = c.Choice("curve", "constant-product", "balancer") == "balancer" ? SwapCurve.Balancer : SwapCurve.ConstantProduct,
        Fee = ReadFee(c),
        MinimumStakeRao = c.Tao("minimum-stake", atMost: 1_000_000_000_000),
        MinimumLiquidityRao = c.Tao("minimum-liquidity", atMost: 1_000_000_000),
        TempoBlocks = (ushort)c.Blocks("tempo", atLeast: 1, atMost: ushort.MaxValue),
        ActivityCutoffBlocks = c.Blocks("activity-cutoff"),
        MaxValidators = (int)c.Whole("max-validators", atLeast: 1, atMost: 256),
        Payout = c.Choice("payout", "conserving", "net-of-root", "double") switch
        {
            "net-of-root" => DividendPayout.NetOfRoot,
            "double" => DividendPayout.Double,
            _ => DividendPayout.Conserving,
        },
        WeightsRateLimitBlocks = c.Blocks("weights-rate-limit"),
        MinimumWeights = (int)c.Whole("minimum-weights", atMost: 256),
        Registration = RegistrationReader.Neurons(c.Section("registration")),
        Subnets = RegistrationReader.Subnets(c.Section("new-subnets")),
        Kinship = KinshipReader.Read(c.Section("child-keys")),
        StakeThresholdRao = c.Tao("stake-threshold", atMost: 21_000_000_000_000_000),
        Consensus = ReadConsensus(c),
        Emission = EmissionReader.Read(c.Section("emission")),
        RootNetwork = RootNetworkReader.Read(c.Section("root-network")),
    };

    /// <summary>A share takes the flat fee's place.</summary>
    private static SwapFee ReadFee(ConfigReader c)
    {
        var (flat, rate) = (c.Tao("staking-fee", atMost: 1_000_000_000), (ushort)c.Whole("swap-fee-u16", atMost: 10_000));
        return rate > 0 ? new SwapFee(0, rate) : new SwapFee(flat, 0);
    }

    private static ConsensusRules ReadConsensus(ConfigReader c)
    {
        var bounds = new LiquidAlphaBounds(U16(c, "liquid-alpha-low-u16"), U16(c, "liquid-alpha-high-u16"));
        return new ConsensusRules
        {
            KappaU16 = U16(c, "kappa-u16"),
            BondsMovingAverageMillionths = (uint)c.Whole("bonds-moving-average-millionths", atMost: 1_000_000),
            BondsPenaltyU16 = U16(c, "bonds-penalty-u16"),
            LeastStakeRao = c.Flag("threshold-at-epochs") ? c.Tao("stake-threshold", atMost: 21_000_000_000_000_000) : 0,
            OwnerValidates = c.Flag("owner-validates"),
            BondsAreProportions = c.Whole("yuma", atLeast: 2, atMost: 3) == 3,
            LiquidAlphaSteepness = (uint)c.Whole("liquid-alpha-steepness", atMost: 10_000),
            LiquidAlpha = c.Flag("liquid-alpha") ? bounds : null,
        };
    }

    private static ushort U16(ConfigReader c, string key) => (ushort)c.Whole(key, atMost: ushort.MaxValue);
}
