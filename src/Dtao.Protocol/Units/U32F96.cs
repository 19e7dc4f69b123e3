namespace Dtao.Protocol.Units;

/// <summary>A number from 0 to below 2³², with 96 fractional bits. Products and quotients round down.</summary>
public readonly record struct U32F96(UInt128 Raw) : IComparable<U32F96>
{
    public const int FractionBits = 96;

    private const int StepBits = 32;

    /// <summary>A divisor below this can be brought to 96 fractional bits in steps of <see cref="StepBits"/>.</summary>
    private const int MostDivisorBits = 128 - StepBits;

    public static U32F96 Zero => default;

    public static U32F96 One => new(UInt128.One << FractionBits);

    /// <param name="denominator">Above 0, below 2⁹⁶.</param>
    /// <exception cref="OverflowException">The quotient is 2³² or more, or the denominator 2⁹⁶ or more.</exception>
    public static U32F96 FromRatio(UInt128 numerator, UInt128 denominator)
    {
        if (denominator >> MostDivisorBits != 0) throw new OverflowException($"{denominator} is too large a denominator.");
        var whole = LongDivision.Divide(numerator, denominator);
        if (whole >> StepBits != 0) throw new OverflowException($"{numerator} ÷ {denominator} is too large.");
        var rest = numerator - whole * denominator;
        return new(denominator <= ulong.MaxValue ? Fraction(whole, (ulong)rest, (ulong)denominator) : WideFraction(whole, rest, denominator));
    }

    /// <summary>⌊n·this⌋.</summary>
    /// <exception cref="OverflowException">It does not fit 64 bits.</exception>
    public ulong Of(ulong n) => (ulong)((UInt128)n * (Raw >> 64) + Math.BigMul(n, (ulong)(Raw & ulong.MaxValue), out _) >> FractionBits - 64);

    public static U32F96 operator +(U32F96 a, U32F96 b) => new(a.Raw + b.Raw);

    public static U32F96 operator -(U32F96 a, U32F96 b) => new(a.Raw - b.Raw);

    /// <exception cref="OverflowException">The product is 2³² or more.</exception>
    public static U32F96 operator *(U32F96 a, U32F96 b)
    {
        var (aUpper, aLower) = ((ulong)(a.Raw >> 64), (ulong)(a.Raw & ulong.MaxValue));
        var (bUpper, bLower) = ((ulong)(b.Raw >> 64), (ulong)(b.Raw & ulong.MaxValue));
        var middle = (UInt128)aUpper * bLower + (UInt128)aLower * bUpper + Math.BigMul(aLower, bLower, out _);
        var upper = (UInt128)aUpper * bUpper;
        if (upper >> 64 + FractionBits - 64 != 0) throw new OverflowException("A product of U32F96 does not fit.");
        return new((upper << 128 - FractionBits) + (middle >> FractionBits - 64));
    }

    /// <exception cref="DivideByZeroException"><paramref name="by"/> is 0.</exception>
    public static U32F96 operator /(U32F96 a, uint by) => new(LongDivision.Divide(a.Raw, by));

    public static U32F96 operator >>(U32F96 a, int bits) => new(a.Raw >> bits);

    public static bool operator <(U32F96 a, U32F96 b) => a.Raw < b.Raw;

    public static bool operator >(U32F96 a, U32F96 b) => a.Raw > b.Raw;

    public static bool operator <=(U32F96 a, U32F96 b) => a.Raw <= b.Raw;

    public static bool operator >=(U32F96 a, U32F96 b) => a.Raw >= b.Raw;

    public int CompareTo(U32F96 other) => Raw.CompareTo(other.Raw);

    private static UInt128 Fraction(UInt128 whole, ulong rest, ulong denominator)
    {
        var (first, left) = LongDivision.Lower(rest, 0, denominator);
        var last = LongDivision.Lower(left, 0, denominator).Quotient >> StepBits;
        return whole << FractionBits | (UInt128)first << StepBits | last;
    }

    private static UInt128 WideFraction(UInt128 raw, UInt128 rest, UInt128 denominator)
    {
        for (var done = 0; done < FractionBits; done += StepBits)
        {
            rest <<= StepBits;
            var digit = LongDivision.Divide(rest, denominator);
            (raw, rest) = (raw << StepBits | digit, rest - digit * denominator);
        }
        return raw;
    }
}
