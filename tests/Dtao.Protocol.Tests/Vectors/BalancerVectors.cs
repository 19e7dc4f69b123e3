using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

/// <summary>Area 13: the weighted pool.</summary>
internal static class BalancerVectors
{
    private static readonly Balancer Curve = new(minimumReserveRao: 1);

    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("x", "dx") => new() { ["value_e18"] = Balancer.PowerE18(v.Whole("x"), v.Whole("dx"), E18(v.Real("w_base")), E18(v.Real("w_quote"))) },
        _ when v.Has("delta_in") => Deltas(v),
        _ when v.Has("side", "amount", "fee_rate_u16") => Swap(v, new SwapFee(0, (ushort)v.Whole("fee_rate_u16"))),
        _ when v.Has("tao_delta", "alpha_delta") => Injected(v),
        _ when v.Has("price", "target", "alpha_reserve") => new() { ["alpha_in"] = Curve.MostToUnstake(PoolAt(v), PerAlpha(v.Real("target"))) },
        _ when v.Has("price", "target", "tao_reserve") => new() { ["tao_in"] = Curve.MostToStake(PoolAt(v), PerAlpha(v.Real("target"))) },
        _ when v.Has("price") => Begun(v),
        _ when v.Has("amounts") => new() { ["accepted"] = v.Wholes("amounts").Select(amount => (object)(Balancer.Takes(v.Whole("tao_reserve"), amount) && Balancer.Takes(v.Whole("alpha_reserve"), amount))).ToArray() },
        _ => throw new UnreadableVector(v.Id),
    };

    private static Pool PoolOf(VectorCase v) => new(new Tao(v.Whole("tao_reserve")), new Alpha(v.Whole("alpha_reserve")))
    {
        Weight = v.Has("w_quote") ? QuoteWeight.Of(E18(v.Real("w_quote")))!.Value : v.Has("w_base") ? QuoteWeight.Of(E18(1) - E18(v.Real("w_base")))!.Value : default,
    };

    private static Dictionary<string, object?> Deltas(VectorCase v) => new()
    {
        ["sell_tao_out"] = Balancer.TaoFor(PoolOf(v), new Alpha(v.Whole("delta_in"))).Rao,
        ["buy_alpha_out"] = Balancer.AlphaFor(PoolOf(v), new Tao(v.Whole("delta_in"))).Rao,
    };

    private static Dictionary<string, object?> Swap(VectorCase v, SwapFee fees)
    {
        var fee = fees.RateOf(v.Whole("amount"));
        var net = v.Whole("amount") - fee;
        var amount = v["side"].GetString() == "buy" ? Curve.Buy(PoolOf(v), new Tao(net))?.Bought.Rao : Curve.Sell(PoolOf(v), new Alpha(net))?.Received.Rao;
        return new() { ["amount_out"] = amount, ["fee"] = fee, ["reserve_in_delta"] = net };
    }

    private static Dictionary<string, object?> Injected(VectorCase v)
    {
        var (tao, alpha) = (new Tao(v.Whole("tao_delta")), new Alpha(v.Whole("alpha_delta")));
        var after = Curve.Weigh(PoolOf(v), tao, alpha)!.Value.Inject(tao, alpha);
        return new() { ["price"] = Price(after), ["w_quote"] = after.Weight.QuoteE18 / 1e18 };
    }

    private static Dictionary<string, object?> Begun(VectorCase v)
    {
        var pool = PoolOf(v) with { Weight = QuoteWeight.ForPrice(PoolOf(v), E18(v.Real("price")))!.Value };
        return new() { ["w_quote"] = pool.Weight.QuoteE18 / 1e18, ["price"] = Price(pool) };
    }

    /// <summary>A pool with the weights and the price of the case, and the one reserve that it gives.</summary>
    private static Pool PoolAt(VectorCase v)
    {
        var weight = PoolWeight(v);
        var ratio = v.Real("price") * weight.QuoteE18 / weight.BaseE18; // y ÷ x
        return v.Has("alpha_reserve")
            ? new Pool(new Tao((ulong)Math.Round(v.Whole("alpha_reserve") * ratio)), new Alpha(v.Whole("alpha_reserve"))) { Weight = weight }
            : new Pool(new Tao(v.Whole("tao_reserve")), new Alpha((ulong)Math.Round(v.Whole("tao_reserve") / ratio))) { Weight = weight };
    }

    private static QuoteWeight PoolWeight(VectorCase v) => QuoteWeight.Of(v.Has("w_quote") ? E18(v.Real("w_quote")) : E18(1) - E18(v.Real("w_base")))!.Value;

    private static double Price(Pool pool) => (double)pool.Weight.BaseE18 * pool.TaoReserve.Rao / ((double)pool.Weight.QuoteE18 * pool.AlphaReserve.Rao);

    private static ulong E18(double share) => (ulong)((decimal)share * QuoteWeight.OneE18);

    private static ulong PerAlpha(double price) => (ulong)Math.Round(price * Tao.RaoPerTao);
}
