namespace Dtao.Protocol.Units;

/// <summary>exp and ln as the chain approximates them, step by step, so that liquid alpha falls on the same last bits. Null where the chain reports an error.</summary>
/// <remarks>substrate-fixed <c>transcendental.rs: exp, ln, log2_inner</c>, with source and result in I32F32; e and log₂ e have 23 fractional bits there.</remarks>
internal static class Transcendental
{
    private static readonly I32F32 E = new(22_802_600L << 9);
    private static readonly I32F32 Log2OfE = new(12_102_203L << 9);
    private static readonly I32F32 Two = I32F32.FromInteger(2);

    /// <summary>1 + x + x²/2 + … to the 31st power, of |x|; a negative x inverts it. Null beyond about 21.</summary>
    public static I32F32? Exp(I32F32 x)
    {
        if (x == I32F32.Zero) return I32F32.One;
        if (x == I32F32.One) return E;
        if (Series(x.Raw < 0 ? -x : x) is not { } result) return null;
        return x.Raw < 0 ? I32F32.One / result : result;
    }

    /// <summary>log₂ x ÷ log₂ e; null for x ≤ 0.</summary>
    public static I32F32? Ln(I32F32 x) => Log2(x) is { } log ? log / Log2OfE : null;

    private static I32F32? Series(I32F32 x)
    {
        var (term, sum) = ((Int128)x.Raw, (Int128)x.Raw + I32F32.One.Raw);
        for (var i = 2; i < I32F32.FractionBits; i++)
        {
            var power = term * x.Raw >> I32F32.FractionBits;
            term = power / i;
            sum += term;
            if (power > long.MaxValue || sum > long.MaxValue) return null;
        }
        return new((long)sum);
    }

    private static I32F32? Log2(I32F32 x) => x switch
    {
        _ when x <= I32F32.Zero => null,
        _ when x < I32F32.One => -Log2FromOne(I32F32.One / x),
        _ => Log2FromOne(x),
    };

    /// <summary>Squares x once a bit: it passes 2 where the bit of the logarithm is 1.</summary>
    private static I32F32 Log2FromOne(I32F32 x)
    {
        var log = 0L;
        for (; x >= Two; x = HalfRounded(x)) log++;
        if (x == I32F32.One) return new(log << I32F32.FractionBits);
        for (var bit = 0; bit < I32F32.FractionBits; bit++)
        {
            x *= x;
            log <<= 1;
            if (x < Two) continue;
            log |= 1;
            x = HalfRounded(x);
        }
        return new(log);
    }

    private static I32F32 HalfRounded(I32F32 x) => new((x.Raw >> 1) + (x.Raw & 1));
}
