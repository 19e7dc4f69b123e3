using Dtao.Protocol.Emission;
using Dtao.Protocol.Emission.Shares;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

/// <summary>Shares of emission by the rules after launch, and what goes into a pool under them.</summary>
internal static class SharesVectors
{
    private const ulong OneTao = 1_000_000_000;

    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("ema_prices", "miner_burned", "emission") => new() { ["emissions"] = ByPrice(v, v.Whole("emission")).Select(tao => tao.Floor()).ToArray() },
        _ when v.Has("ema_prices", "miner_burned") => new() { ["shares"] = InShares(ByPrice(v, OneTao)) },
        _ when v.Has("ema_prices") => new() { ["flag"] = SellFlag.Of([.. v.Reals("ema_prices").Select(price => new ShareInput(I96F32.FromDouble(price), MayEmit: true))]) },
        _ when v.Has("tao_emission", "spot_price", "root_proportion") => Terms(v, InjectionCap.RootProportion, v.Real("root_proportion"), 0),
        _ when v.Has("tao_emission", "spot_price", "tao_block_emission") => Terms(v, InjectionCap.Lesser, 0, v.Whole("tao_block_emission")),
        _ when v.Has("z", "p") => new() { ["shares"] = ByFlow(v.Reals("z"), cutoff: 0, v.Real("p")) },
        _ when v.Has("ema_flows", "cutoff", "p") => new() { ["shares"] = ByFlow(v.Reals("ema_flows"), v.Real("cutoff"), v.Real("p")) },
        _ when v.Has("flow_per_block", "ema0", "blocks") => new() { ["ema"] = Average(v) },
        _ when v.Has("user_ema", "protocol_ema") => NetFlow(v),
        _ when v.Has("raw", "denominator") => Smoothing(v),
        _ => throw new UnreadableVector(v.Id),
    };

    private static I96F32[] ByPrice(VectorCase v, ulong emission)
    {
        var (prices, burned) = (v.Reals("ema_prices"), v.Reals("miner_burned"));
        var enabled = v.HasValue("enabled") ? v["enabled"].EnumerateArray().Select(e => e.GetBoolean()).ToArray() : [.. prices.Select(_ => true)];
        return Divided(new BurnedPriceShares(), [.. prices.Select((price, i) => new ShareInput(I96F32.FromDouble(price), enabled[i]) { MinerBurned = burned[i] })], emission);
    }

    private static double[] ByFlow(double[] flows, double cutoff, double exponent) => InShares(Divided(
        new FlowShares { Cutoff = cutoff, Exponent = exponent }, [.. flows.Select(flow => new ShareInput(I96F32.Zero, MayEmit: true) { UserFlow = flow })], OneTao));

    private static Dictionary<string, object?> NetFlow(VectorCase v)
    {
        var protocol = v.Reals("protocol_ema");
        ShareInput[] subnets = [.. v.Reals("user_ema").Select((user, i) => new ShareInput(I96F32.Zero, MayEmit: true) { UserFlow = user, ProtocolFlow = protocol[i] })];
        var norm = NetFlowShares.NormFactor(subnets);
        return new()
        {
            ["norm_factor"] = norm,
            ["net"] = subnets.Select(subnet => NetFlowShares.NetFlow(subnet, norm)).ToArray(),
            ["shares"] = InShares(Divided(new NetFlowShares { Cutoff = v.Real("cutoff"), Exponent = v.Real("exponent") }, subnets, OneTao)),
        };
    }

    private static Dictionary<string, object?> Terms(VectorCase v, InjectionCap rule, double rootProportion, ulong blockEmission)
    {
        var cap = Injection.CapOf(rule, v.Whole("alpha_emission"), blockEmission, I96F32.FromDouble(rootProportion));
        var injection = Injection.Of(I96F32.FromDouble(v.Real("tao_emission")), I96F32.FromDouble(v.Real("spot_price")), cap, Excess.BuyAndHold);
        return new()
        {
            ["tao_in"] = injection.TaoIn.ToDouble(),
            ["alpha_in"] = injection.AlphaIn.ToDouble(),
            ["alpha_out"] = v.Whole("alpha_emission"),
            ["excess_tao"] = injection.Excess.ToDouble(),
        };
    }

    private static double Average(VectorCase v)
    {
        var average = v.Real("ema0");
        for (var left = v.Whole("blocks"); left > 0; left--) average = FlowAverage.Next(average, v.Real("flow_per_block"), Some.Rules.Emission.FlowSmoothing);
        return average;
    }

    private static Dictionary<string, object?> Smoothing(VectorCase v)
    {
        var alpha = v.Real("raw") / v.Real("denominator");
        return new() { ["alpha"] = alpha, ["half_life_blocks"] = Math.Log(0.5) / Math.Log(1 - alpha) };
    }

    private static I96F32[] Divided(ISubnetShares rule, ShareInput[] subnets, ulong emission)
    {
        var taoIn = new I96F32[subnets.Length];
        rule.Divide(new ShareRound(I96F32.FromInteger(emission), new Block(1), subnets, new double[subnets.Length]), taoIn);
        return taoIn;
    }

    private static double[] InShares(I96F32[] tao) => [.. tao.Select(one => one.ToDouble() / OneTao)];
}
