using System.Text.Json;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

internal static class DividendVectors
{
    private static readonly NetUid Apex = new(1);

    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("alpha_stake", "root_stake", "pending_alpha", "pending_root_tao") => Drained(v),
        _ when v.Has("dividends", "alpha_stake", "root_stake", "pending_validator_alpha", "pending_root") => Divided(v),
        _ when v.Has("dividend", "self_contribution", "parent_contributions", "childkey_take") => Shared(v),
        _ when v.Has("root", "alpha", "proportion", "pending_alpha") => new() { ["alpha_dividends"] = Gains(v, v.Wholes("alpha"), v.Wholes("root"), 0).Alpha },
        _ when v.Has("root", "alpha", "proportion") => Inherited(v),
        _ when v.Has("stakes", "children") => StakeShares(v),
        _ when v.Has("alpha_dividend", "take_u16") => Taken(v),
        _ when v.Has("pending_root_alpha", "take_u16", "root_stake_share") => new() { ["claimable_alpha"] = Claimable(v) },
        _ when v.Has("pending_server", "pending_validator", "pending_root") => Pots(v),
        _ when v.Has("incentives", "is_owner_hotkey") => Burned(v),
        _ => throw new UnreadableVector(v.Id),
    };

    private static Dictionary<string, object?> Drained(VectorCase v)
    {
        var (alpha, root) = Gains(v, v.Wholes("alpha_stake"), v.Wholes("root_stake"), v.Whole("pending_root_tao"));
        return new() { ["alpha_gain"] = alpha, ["root_tao_gain"] = root };
    }

    /// <summary>One epoch of a real ledger, without weights. All hotkeys have their permit; a proportion goes from the first to the second.</summary>
    private static (ulong[] Alpha, ulong[] Root) Gains(VectorCase v, IEnumerable<ulong> alpha, IEnumerable<ulong> root, ulong pendingRoot)
    {
        var rules = Some.Rules with { Payout = DividendPayout.Double, TaoWeightU64 = U64(v.Real("tao_weight")), DelegateTakeU16 = Take(v) };
        var genesis = new Genesis(new Block(1), rules);
        genesis.Open(Apex, genesis.Open(Tao.Zero), new Pool(Tao.Of(1), Alpha.Of(1)), I96F32.One);
        var hotkeys = alpha.Zip(root, (a, r) => Hotkey(genesis, a, r)).ToArray();
        if (v.Has("proportion")) genesis.SetChildren(Apex, hotkeys[0], new Kin(hotkeys[1], U64(v.Real("proportion"))));
        var state = genesis.Build().State;
        foreach (var neuron in state[Apex].Neurons) neuron.HasPermit = true;
        (state[Apex].PendingEmission, state[Apex].PendingRootDividends) = (new Alpha(v.Whole("pending_alpha")), new Tao(pendingRoot));
        var before = hotkeys.Select(hotkey => (state[Apex].Stakes.TotalOf(hotkey), state.OnRoot(hotkey))).ToArray();
        new EpochDrain(state, rules, new YumaConsensus()).Run(state[Apex]);
        return ([.. hotkeys.Zip(before, (h, b) => (state[Apex].Stakes.TotalOf(h) - b.Item1).Rao)], [.. hotkeys.Zip(before, (h, b) => (state.OnRoot(h) - b.Item2).Rao)]);
    }

    private static AccountId Hotkey(Genesis genesis, ulong alpha, ulong root)
    {
        var hotkey = genesis.Open(Tao.Zero);
        genesis.Register(Apex, hotkey);
        genesis.Stake(hotkey, Apex, hotkey, new Alpha(alpha));
        genesis.Stake(hotkey, NetUid.Root, hotkey, new Alpha(root));
        return hotkey;
    }

    private static Dictionary<string, object?> Divided(VectorCase v)
    {
        var stakes = v.Wholes("alpha_stake").Zip(v.Wholes("root_stake"), (alpha, root) => new ValidatorStake(new Alpha(alpha), new Tao(root))).ToArray();
        var pots = DividendPots.Divide(
            DividendPayout.Conserving, [.. v.Wholes("dividends")], stakes, I96F32.FromDouble(v.Real("tao_weight")), new Alpha(v.Whole("pending_validator_alpha")), v.Whole("pending_root"));
        double[] alpha = [.. pots.Alpha.Select(part => part.ToDouble())], root = [.. pots.Root.Select(part => part.ToDouble())];
        return new() { ["alpha"] = alpha, ["root"] = root, ["total_alpha"] = alpha.Sum(), ["total_root"] = root.Sum() };
    }

    /// <summary>Only the ratio of contributions matters, so fractions are read in millionths.</summary>
    private static Dictionary<string, object?> Shared(VectorCase v)
    {
        static double Scaled(JsonElement contribution) => contribution.GetDouble() * 1e6;
        var contributions = v["parent_contributions"].EnumerateArray().Select(c => I96F32.FromDouble(Scaled(c))).ToArray();
        var split = ParentDividends.Of(v.Whole("dividend"), I96F32.FromDouble(v.Real("childkey_take")), (ulong)Scaled(v["self_contribution"]), contributions);
        return new() { ["parents"] = split.Parents, ["child"] = split.Child };
    }

    private static Dictionary<string, object?> Inherited(VectorCase v)
    {
        var (alpha, root) = (Pools(v.Wholes("alpha")), Pools(v.Wholes("root")));
        var kinship = new Kinship();
        kinship.SetChildren(new AccountId(0), [new Kin(new AccountId(1), U64(v.Real("proportion")))]);
        var weights = alpha.Hotkeys.Select(hotkey => StakeWeight.Of(
            new Alpha(Inherited(hotkey, kinship, alpha)), new Tao(Inherited(hotkey, kinship, root)), I96F32.FromDouble(v.Real("tao_weight"))));
        return new() { ["total_stake_weight"] = weights.Select(weight => weight.Floor()).ToArray() };
    }

    private static ulong Inherited(AccountId hotkey, Kinship kinship, StakePools stakes) => InheritedStake.Of(hotkey, kinship.ChildrenOf(hotkey), kinship.ParentsOf(hotkey), stakes);

    /// <summary>Hotkeys are named by letters, A the first.</summary>
    private static Dictionary<string, object?> StakeShares(VectorCase v)
    {
        var (stakes, kinship) = (Pools(v.Wholes("stakes")), new Kinship());
        foreach (var parent in v["children"].EnumerateObject())
            kinship.SetChildren(Named(parent.Name), [.. parent.Value.EnumerateArray().Select(child => new Kin(Named(child[0].GetString()!), U64(child[1].GetDouble())))]);
        var inherited = stakes.Hotkeys.Select(hotkey => Inherited(hotkey, kinship, stakes)).ToArray();
        var sum = inherited.Aggregate((a, b) => a + b);
        return new() { ["shares"] = inherited.Select(stake => stake / (double)sum).ToArray() };
    }

    private static Dictionary<string, object?> Taken(VectorCase v)
    {
        var (own, rest) = DelegateTake.Split(I96F32.FromInteger(v.Whole("alpha_dividend")), (ushort)v.Whole("take_u16"));
        return new() { ["validator"] = own.Rao, ["nominators"] = rest.Rao };
    }

    /// <summary>The stake of each hotkey, by its index.</summary>
    private static StakePools Pools(IEnumerable<ulong> stakes)
    {
        var pools = new StakePools();
        foreach (var stake in stakes) pools.Deposit(new AccountId(pools.Hotkeys.Count), new Alpha(stake), out _);
        return pools;
    }

    private static AccountId Named(string letter) => new(letter[0] - 'A');

    private static ushort Take(VectorCase v) => v.Has("delegate_take") ? (ushort)Math.Round(v.Real("delegate_take") * ushort.MaxValue) : (ushort)0;

    private static ulong U64(double fraction) => (ulong)((decimal)fraction * ulong.MaxValue);

    /// <summary>What one nominator may claim of root's alpha that was set aside for a hotkey, its take apart.</summary>
    private static ulong Claimable(VectorCase v)
    {
        const ulong allShares = 1_000_000_000;
        var (_, rest) = DelegateTake.Split(I96F32.FromInteger(v.Whole("pending_root_alpha")), (ushort)v.Whole("take_u16"));
        var claims = new RootClaims();
        claims.SetAside(0, rest, allShares);
        return claims.Owed(0, new AccountId(2), (ulong)(v.Real("root_stake_share") * allShares)).Rao;
    }

    private static Dictionary<string, object?> Pots(VectorCase v)
    {
        var (pending, root) = (new Alpha(v.Whole("pending_server") + v.Whole("pending_validator")), new Alpha(v.Whole("pending_root")));
        return new()
        {
            ["validator_alpha"] = DividendPots.ValidatorPot(v["incentive_nonzero"].GetBoolean(), pending, root).Rao,
            ["epoch_input"] = (pending + root).Rao,
        };
    }

    private static Dictionary<string, object?> Burned(VectorCase v)
    {
        var isOwners = v["is_owner_hotkey"].EnumerateArray().Select(e => e.GetBoolean()).ToArray();
        ulong[] incentives = [.. v.Wholes("incentives")];
        var burned = OwnerBurn.Withhold(incentives, uid => isOwners[uid]);
        return new() { ["paid"] = incentives, ["miner_burned"] = burned };
    }
}
