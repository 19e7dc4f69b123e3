namespace Dtao.Protocol.Units;

/// <summary>
/// One divisor for many dividends ≥ 0: the chain's truncated quotient, by a reciprocal instead of a division each.
/// A divisor of 0 leaves 0 as it is, like the chain's normalisations.
/// </summary>
internal readonly struct Divisor
{
    private readonly ulong divisor;
    private readonly ulong reciprocal;

    public Divisor(I32F32 by)
    {
        divisor = by == I32F32.Zero ? ulong.MaxValue : (ulong)by.Raw;
        reciprocal = ulong.MaxValue / divisor;
    }

    /// <exception cref="OverflowException"><paramref name="dividend"/> is below 0, or the quotient does not fit.</exception>
    public I32F32 Divide(I32F32 dividend)
    {
        var raw = (ulong)dividend.Raw;
        if (raw >> 32 != 0) return dividend / new I32F32((long)divisor);
        var shifted = raw << I32F32.FractionBits;
        var quotient = Math.BigMul(shifted, reciprocal, out _); // the true quotient, or one less
        var isLess = unchecked(shifted - quotient * divisor) >= divisor; // quotient · divisor ≤ shifted
        return new((long)(quotient + (isLess ? 1u : 0u)));
    }
}
