using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Markets;

/// <summary>
/// The launch curve: x·y = k between a subnet's TAO and its alpha.
/// k ÷ reserve is truncated to 2⁻¹⁸ rao (the chain's I110F18) and the payout floored.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>staking/stake_utils.rs: sim_swap_tao_for_alpha, sim_swap_alpha_for_tao</c>.</remarks>
public sealed class ConstantProduct(ulong minimumLiquidityRao) : ISwapCurve
{
    private const int FractionBits = 18;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public I96F32 SpotPrice(Pool pool) =>
        pool.AlphaReserve.IsZero ? I96F32.Zero : I96F32.FromRatio(pool.TaoReserve.Rao, pool.AlphaReserve.Rao);

    public (Pool After, Alpha Bought)? Buy(Pool pool, Tao paid)
    {
        var taoAfter = pool.TaoReserve + paid;
        if (ReserveAfter(pool, taoAfter.Rao) is not { } alphaAfter || alphaAfter > pool.AlphaReserve.Rao) return null;
        return (new Pool(taoAfter, new Alpha(alphaAfter)), pool.AlphaReserve - new Alpha(alphaAfter));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Pool After, Tao Received)? Sell(Pool pool, Alpha sold)
    {
        var alphaAfter = pool.AlphaReserve + sold;
        if (ReserveAfter(pool, alphaAfter.Rao) is not { } taoAfter || taoAfter > pool.TaoReserve.Rao) return null;
        return (new Pool(new Tao(taoAfter), alphaAfter), pool.TaoReserve - new Tao(taoAfter));
    }

    public ulong MostToStake(Pool pool, ulong limit) => LimitOrder.MostToStake(pool, limit);

    public ulong MostToUnstake(Pool pool, ulong limit) => LimitOrder.MostToUnstake(pool, limit);

    /// <inheritdoc/>
    /// <remarks>A truncated k ÷ reserve falls short by under 2⁻¹⁸ rao, so k by under reserve·2⁻¹⁸. A user's swap leaves its fee in the pool, which outweighs that by far.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Keeps(Pool before, Pool after) => !after.IsPoorerThan(before) || IsPoorerByRounding(before, after);

    private static bool IsPoorerByRounding(Pool before, Pool after) => after.Invariant + RoundingSlack(after) >= before.Invariant;

    private static UInt128 RoundingSlack(Pool after) => (UInt128)(Math.Max(after.TaoReserve.Rao, after.AlphaReserve.Rao) >> FractionBits) + 1;

    /// <summary>⌈k ÷ reserve⌉ with the chain's truncation first, which loses a rest below 2⁻¹⁸; null when less than the minimum liquidity would stay.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong? ReserveAfter(Pool pool, ulong otherReserve)
    {
        if (otherReserve == 0) return null;
        var upper = LongProduct.Upper(pool.TaoReserve.Rao, pool.AlphaReserve.Rao);
        if (upper >> (127 - 64 - FractionBits) != 0 || upper >= otherReserve) DoesNotFit(pool, upper);
        var (whole, rest) = LongDivision.Lower(upper, LongProduct.Lower(pool.TaoReserve.Rao, pool.AlphaReserve.Rao), otherReserve);
        if (whole < minimumLiquidityRao) return null;
        return rest > otherReserve - 1 >> FractionBits ? whole + 1 : whole;
    }

    [DoesNotReturn]
    private static void DoesNotFit(Pool pool, ulong upper) => throw new OverflowException(
        upper >> (127 - 64 - FractionBits) != 0 ? $"The product of {pool} does not fit the chain's I110F18." : $"A reserve of {pool} would not fit 64 bits.");
}
