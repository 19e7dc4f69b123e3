using System.Numerics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Markets;

/// <summary>
/// How much of an order its limit lets through. At launch a limit bounds the average price of the whole order, not the final spot price
/// (which ends at limit² ÷ spot). Limits are in rao per alpha.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>staking/add_stake.rs: get_max_amount_add</c>, <c>remove_stake.rs: get_max_amount_remove</c>, <c>move_stake.rs: get_max_amount_move</c>.</remarks>
public static class LimitOrder
{
    public const ulong Unlimited = ulong.MaxValue;

    /// <summary>⌊limit·alpha ÷ 10⁹⌋ − tao; 0 when the limit is not above spot or a reserve is empty.</summary>
    public static ulong MostToStake(Pool pool, ulong limit) =>
        pool.IsEmpty ? 0 : Above((UInt128)limit * pool.AlphaReserve.Rao / Tao.RaoPerTao, pool.TaoReserve.Rao);

    /// <summary>⌊tao·10⁹ ÷ limit⌋ − alpha; 0 when the limit is not below spot or a reserve is empty, everything when it is 0.</summary>
    public static ulong MostToUnstake(Pool pool, ulong limit) =>
        pool.IsEmpty ? 0
        : limit == 0 ? Unlimited
        : Above((UInt128)pool.TaoReserve.Rao * Tao.RaoPerTao / limit, pool.AlphaReserve.Rao);

    /// <summary>Alpha of the origin that moves at or above <paramref name="limit"/> = origin price ÷ destination price × 10⁹, both pools dynamic.</summary>
    public static ulong MostToMove(Pool origin, Pool destination, ulong limit)
    {
        if (origin.IsEmpty || destination.IsEmpty) return 0;
        var ratio = I96F32.FromRatio(limit, Tao.RaoPerTao);
        if (ratio > PriceOf(origin) / PriceOf(destination)) return 0;
        return limit == 0 ? Unlimited : MostBetween(origin, destination, limit);
    }

    /// <summary>A move from root or a stable subnet buys at the destination: its limit there is 10¹⁸ ÷ limit.</summary>
    public static ulong InverseLimit(ulong limit) => limit == 0 ? Unlimited : 1_000_000_000_000_000_000 / limit;

    /// <summary>A₂·(T₁/(T₁+T₂)) ÷ R − A₁·(T₂/(T₁+T₂)) in the chain's U64F64.</summary>
    private static ulong MostBetween(Pool origin, Pool destination, ulong limit)
    {
        var sum = (BigInteger)origin.TaoReserve.Rao + destination.TaoReserve.Rao;
        var originShare = ((BigInteger)origin.TaoReserve.Rao << 64) / sum;
        var destinationShare = ((BigInteger)destination.TaoReserve.Rao << 64) / sum;
        var ratio = ((BigInteger)limit << 64) / Tao.RaoPerTao;
        var first = (destination.AlphaReserve.Rao * originShare << 64) / ratio;
        if (first >= BigInteger.One << 128) first = BigInteger.Zero;
        var difference = first - origin.AlphaReserve.Rao * destinationShare;
        return difference.Sign <= 0 ? 0 : (ulong)(difference >> 64);
    }

    private static I96F32 PriceOf(Pool pool) => I96F32.FromRatio(pool.TaoReserve.Rao, pool.AlphaReserve.Rao);

    private static ulong Above(UInt128 bound, ulong reserve) =>
        bound <= reserve ? 0 : bound - reserve > ulong.MaxValue ? Unlimited : (ulong)(bound - reserve);
}
