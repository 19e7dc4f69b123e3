using Dtao.Protocol.Units;

namespace Dtao.Protocol.Markets;

/// <summary>
/// The weighted pool of 2026, x^w₁·y^w₂ = const with x alpha and y TAO: what the chain injects moves the weights instead of the price. Payouts round down;
/// where both weigh the same it is the constant product, exactly.
/// </summary>
/// <param name="minimumReserveRao">What the reserve that pays must hold before a swap.</param>
/// <remarks>subtensor 14bc6f9f9 <c>pallets/swap/src/pallet/balancer.rs, swap_step.rs, impls.rs</c>.</remarks>
public sealed class Balancer(ulong minimumReserveRao) : ISwapCurve
{
    /// <summary>What goes in, over the reserve that it goes into, at most.</summary>
    private const ulong MostOfReserve = 1000;

    /// <summary>By how much a logarithm may be wrong, twice over.</summary>
    private static readonly U32F96 LogError = new(UInt128.One << 20);

    private static readonly I96F32 LowestPrice = I96F32.FromDouble(1e-6), HighestPrice = I96F32.FromInteger(1_000_000);

    /// <inheritdoc/>
    /// <remarks><c>calculate_price</c>: w₁·y ÷ (w₂·x).</remarks>
    public I96F32 SpotPrice(Pool pool)
    {
        if (pool.AlphaReserve.IsZero) return I96F32.Zero;
        if (pool.Weight.IsHalf) return I96F32.FromRatio(pool.TaoReserve.Rao, pool.AlphaReserve.Rao);
        var (above, below) = ((UInt128)pool.Weight.BaseE18 * pool.TaoReserve.Rao, (UInt128)pool.Weight.QuoteE18 * pool.AlphaReserve.Rao);
        if (above >> I96F32.FractionBits >= below) return I96F32.FromInteger(uint.MaxValue);
        var narrowed = Math.Max(0, I96F32.FractionBits - (int)UInt128.LeadingZeroCount(above));
        return new I96F32(LongDivision.Divide(above >> narrowed << I96F32.FractionBits, below >> narrowed));
    }

    public (Pool After, Alpha Bought)? Buy(Pool pool, Tao paid)
    {
        if (pool.AlphaReserve.Rao < minimumReserveRao || !Takes(pool.TaoReserve.Rao, paid.Rao)) return null;
        var bought = AlphaFor(pool, paid);
        var after = pool with { TaoReserve = pool.TaoReserve + paid, AlphaReserve = pool.AlphaReserve - bought };
        return bought.IsZero || after.AlphaReserve.IsZero || SpotPrice(after) > HighestPrice ? null : (after, bought);
    }

    public (Pool After, Tao Received)? Sell(Pool pool, Alpha sold)
    {
        if (pool.TaoReserve.Rao < minimumReserveRao || !Takes(pool.AlphaReserve.Rao, sold.Rao)) return null;
        var received = TaoFor(pool, sold);
        var after = pool with { TaoReserve = pool.TaoReserve - received, AlphaReserve = pool.AlphaReserve + sold };
        return received.IsZero || SpotPrice(after) < LowestPrice ? null : (after, received);
    }

    /// <summary>x·(1 − (y ÷ (y + Δy))^(w₂ ÷ w₁)).</summary>
    public static Alpha AlphaFor(Pool pool, Tao paid) =>
        new(Out(pool.TaoReserve.Rao, paid.Rao, pool.AlphaReserve.Rao, pool.Weight.QuoteE18, pool.Weight.BaseE18));

    /// <summary>y·(1 − (x ÷ (x + Δx))^(w₁ ÷ w₂)).</summary>
    public static Tao TaoFor(Pool pool, Alpha sold) =>
        new(Out(pool.AlphaReserve.Rao, sold.Rao, pool.TaoReserve.Rao, pool.Weight.BaseE18, pool.Weight.QuoteE18));

    /// <summary>Whether a reserve takes so much at once.</summary>
    public static bool Takes(ulong reserve, ulong amount) => amount <= (UInt128)MostOfReserve * reserve;

    /// <summary>y·((p′ ÷ p)^w₁ − 1): a limit here is the last spot price, rao per alpha.</summary>
    /// <remarks><c>calculate_quote_delta_in</c>.</remarks>
    public ulong MostToStake(Pool pool, ulong limit)
    {
        if (limit == LimitOrder.Unlimited) return limit;
        var (wanted, spot) = Prices(pool, limit);
        return MostTowards(pool.TaoReserve.Rao, pool.Weight.BaseE18, wanted, spot);
    }

    /// <summary>x·((p ÷ p′)^w₂ − 1).</summary>
    /// <remarks><c>calculate_base_delta_in</c>.</remarks>
    public ulong MostToUnstake(Pool pool, ulong limit)
    {
        var (wanted, spot) = Prices(pool, limit);
        return MostTowards(pool.AlphaReserve.Rao, pool.Weight.QuoteE18, spot, wanted);
    }

    /// <inheritdoc/>
    /// <remarks>Null where one side would come to weigh too little: the chain then injects nothing.</remarks>
    public Pool? Weigh(Pool pool, Tao tao, Alpha alpha) => pool.IsEmpty ? pool
        : pool.Weight.After(pool, tao, alpha) is { } weight ? pool with { Weight = weight } : null;

    /// <summary>w·ln of what one reserve grew by is no less than w·ln of what the other fell by.</summary>
    public bool Keeps(Pool before, Pool after)
    {
        if (before.Weight != after.Weight) return false;
        var (sold, quote, ofBase) = (after.AlphaReserve > before.AlphaReserve, U32F96.FromRatio(before.Weight.QuoteE18, QuoteWeight.OneE18), U32F96.FromRatio(before.Weight.BaseE18, QuoteWeight.OneE18));
        var (grew, fell) = sold
            ? (ofBase * Ln(after.AlphaReserve.Rao, before.AlphaReserve.Rao), quote * Ln(before.TaoReserve.Rao, after.TaoReserve.Rao))
            : (quote * Ln(after.TaoReserve.Rao, before.TaoReserve.Rao), ofBase * Ln(before.AlphaReserve.Rao, after.AlphaReserve.Rao));
        return grew + LogError >= fell;
    }

    /// <summary>The power that the payouts are made of: (x ÷ (x + Δ))^(a ÷ b), 10⁻¹⁸, rounded down.</summary>
    public static ulong PowerE18(ulong x, ulong delta, ulong a, ulong b) => QuoteWeight.OneE18 - LostShare(x, delta, a, b).Of(QuoteWeight.OneE18);

    private static ulong Out(ulong reserveIn, ulong paid, ulong reserveOut, ulong a, ulong b) =>
        paid == 0 ? 0 : a == b ? MulDiv.Down(reserveOut, paid, reserveIn + paid) : LostShare(reserveIn, paid, a, b).Of(reserveOut);

    /// <summary>1 − (x ÷ (x + Δ))^(a ÷ b).</summary>
    private static U32F96 LostShare(ulong x, ulong delta, ulong a, ulong b) =>
        Exponential.OneMinusExp(Exponential.Ln((UInt128)x + delta, x) * U32F96.FromRatio(a, b));

    /// <summary>What may go into a reserve until the price has moved by a ratio of above ÷ below.</summary>
    private static ulong MostTowards(ulong reserve, ulong weightE18, UInt128 above, UInt128 below)
    {
        if (reserve == 0 || above <= below) return 0;
        if (below == 0) return LimitOrder.Unlimited;
        var grown = Exponential.ExpMinusOne(Exponential.Ln(above, below) * U32F96.FromRatio(weightE18, QuoteWeight.OneE18));
        return grown is { } by && by < U32F96.FromRatio(MostOfReserve, 1) ? by.Of(reserve) : LimitOrder.Unlimited;
    }

    /// <summary>The limit and the spot price, both times w₂·x and in the same unit, with as many bits as a logarithm takes.</summary>
    private static (UInt128 Wanted, UInt128 Spot) Prices(Pool pool, ulong limit)
    {
        const int bits = 60, surplus = 2 * bits - 92;
        var (wanted, spot) = ((UInt128)limit * pool.AlphaReserve.Rao, (UInt128)Tao.RaoPerTao * pool.TaoReserve.Rao);
        var narrowed = Math.Max(0, 128 - (int)UInt128.LeadingZeroCount(UInt128.Max(wanted, spot)) - bits);
        return ((wanted >> narrowed) * pool.Weight.QuoteE18 >> surplus, (spot >> narrowed) * pool.Weight.BaseE18 >> surplus);
    }

    private static U32F96 Ln(ulong a, ulong b) => a <= b ? U32F96.Zero : Exponential.Ln(a, b);
}
