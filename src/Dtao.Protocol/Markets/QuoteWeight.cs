using Dtao.Protocol.Units;

namespace Dtao.Protocol.Markets;

/// <summary>How the two reserves of a weighted pool weigh: w₂ of TAO, w₁ = 1 − w₂ of alpha. By default both are a half, as they are in every other pool.</summary>
/// <param name="AboveHalfE18">w₂ less a half, in 10⁻¹⁸.</param>
/// <remarks>subtensor 14bc6f9f9 <c>pallets/swap/src/pallet/balancer.rs: Balancer</c>, a Perquintill.</remarks>
public readonly record struct QuoteWeight(long AboveHalfE18)
{
    public const ulong OneE18 = 1_000_000_000_000_000_000;

    private const ulong Half = OneE18 / 2, Least = OneE18 / 100;

    /// <summary>w₂, 10⁻¹⁸.</summary>
    public ulong QuoteE18 => (ulong)((long)Half + AboveHalfE18);

    /// <summary>w₁, 10⁻¹⁸.</summary>
    public ulong BaseE18 => OneE18 - QuoteE18;

    public bool IsHalf => AboveHalfE18 == 0;

    /// <summary>Null where one of the two would weigh less than a hundredth.</summary>
    public static QuoteWeight? Of(ulong quoteE18) =>
        quoteE18 is >= Least and <= OneE18 - Least ? new QuoteWeight((long)quoteE18 - (long)Half) : null;

    /// <summary>w₂ = y ÷ (p·x + y), the weight at which reserves have a price.</summary>
    /// <param name="priceE18">TAO per alpha, 10⁻¹⁸.</param>
    public static QuoteWeight? ForPrice(Pool pool, ulong priceE18)
    {
        var alphaWorth = new UInt128(Math.BigMul(pool.AlphaReserve.Rao, priceE18, out var lower), lower);
        var tao = (UInt128)pool.TaoReserve.Rao * OneE18;
        return Of(ShareOf(tao, alphaWorth));
    }

    /// <summary>The weight that keeps the price when reserves grow: w₁·y·(x + Δx) and w₂·x·(y + Δy), each over their sum.</summary>
    /// <remarks><c>update_weights_for_added_liquidity</c>.</remarks>
    public QuoteWeight? After(Pool pool, Tao tao, Alpha alpha)
    {
        if (tao.IsZero && alpha.IsZero) return this;
        var ofBase = Part(BaseE18, (UInt128)pool.TaoReserve.Rao * (pool.AlphaReserve + alpha).Rao);
        var ofQuote = Part(QuoteE18, (UInt128)pool.AlphaReserve.Rao * (pool.TaoReserve + tao).Rao);
        return Of(ShareOf(ofQuote, ofBase));
    }

    /// <summary>weight·value ÷ 10¹⁸, to the nearest.</summary>
    private static UInt128 Part(ulong weightE18, UInt128 value)
    {
        var lower = (UInt128)weightE18 * (ulong)(value & ulong.MaxValue) + OneE18 / 2;
        var above = (UInt128)weightE18 * (ulong)(value >> 64) + (lower >> 64);
        var upper = LongDivision.Divide(above, OneE18);
        return (upper << 64) + LongDivision.Lower((ulong)(above - upper * OneE18), (ulong)(lower & ulong.MaxValue), OneE18).Quotient;
    }

    /// <summary>a ÷ (a + b), 10⁻¹⁸, rounded down: of 64 leading bits.</summary>
    private static ulong ShareOf(UInt128 a, UInt128 b)
    {
        var sum = a + b;
        var narrowed = Math.Max(0, 64 - (int)UInt128.LeadingZeroCount(sum));
        return MulDiv.Down((ulong)(a >> narrowed), OneE18, (ulong)(sum >> narrowed));
    }
}
