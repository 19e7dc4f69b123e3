using System.Globalization;

namespace Dtao.Protocol.Units;

/// <summary>
/// The chain's I96F32: a fixed-point number with 32 fractional bits, here for values ≥ 0 only.
/// Products and quotients truncate to 2⁻³² as the chain's do; where the chain would saturate this throws.
/// </summary>
/// <remarks>substrate-fixed <c>FixedI128&lt;U32&gt;</c>.</remarks>
public readonly record struct I96F32(UInt128 Raw) : IComparable<I96F32>
{
    public const int FractionBits = 32;

    public static I96F32 Zero => default;

    public static I96F32 One => new((UInt128)1 << FractionBits);

    public static I96F32 FromInteger(ulong value) => new((UInt128)value << FractionBits);

    /// <summary>⌊numerator·2³² ÷ denominator⌋·2⁻³².</summary>
    public static I96F32 FromRatio(ulong numerator, ulong denominator) => new(LongDivision.Divide((UInt128)numerator << FractionBits, denominator));

    /// <summary>A share of 65535, as the chain stores owner cut, takes and kappa.</summary>
    public static I96F32 FromU16(ushort of65535) => FromRatio(of65535, ushort.MaxValue);

    /// <summary>The nearest multiple of 2⁻³², as the chain reads a decimal literal.</summary>
    public static I96F32 FromDouble(double value) => new((UInt128)Math.Round(value * 4294967296.0));

    /// <summary>For looking at, and for comparing with figures given in decimals.</summary>
    public double ToDouble() => (double)Raw / 4294967296.0;

    /// <summary>The whole part.</summary>
    /// <exception cref="OverflowException">It does not fit 64 bits.</exception>
    public ulong Floor() => (ulong)(Raw >> FractionBits);

    public I96F32 Half() => new(Raw >> 1);

    public static I96F32 Min(I96F32 a, I96F32 b) => a.Raw <= b.Raw ? a : b;

    public static I96F32 operator +(I96F32 a, I96F32 b) => new(a.Raw + b.Raw);

    public static I96F32 operator -(I96F32 a, I96F32 b) => new(a.Raw - b.Raw);

    public static I96F32 operator *(I96F32 a, I96F32 b) =>
        (a.Raw >> 64 | b.Raw >> 64) == 0
            ? new(Product((ulong)a.Raw, (ulong)b.Raw) >> FractionBits)
            : new(a.Raw * b.Raw >> FractionBits);

    /// <exception cref="DivideByZeroException"><paramref name="b"/> is 0.</exception>
    public static I96F32 operator /(I96F32 a, I96F32 b) =>
        a.Raw >> (128 - FractionBits) == 0
            ? new(LongDivision.Divide(a.Raw << FractionBits, b.Raw))
            : throw new OverflowException($"{a} ÷ {b} does not fit I96F32.");

    public static bool operator <(I96F32 a, I96F32 b) => a.Raw < b.Raw;

    public static bool operator >(I96F32 a, I96F32 b) => a.Raw > b.Raw;

    public static bool operator <=(I96F32 a, I96F32 b) => a.Raw <= b.Raw;

    public static bool operator >=(I96F32 a, I96F32 b) => a.Raw >= b.Raw;

    public int CompareTo(I96F32 other) => Raw.CompareTo(other.Raw);

    public override string ToString() => ToDouble().ToString("R", CultureInfo.InvariantCulture);

    private static UInt128 Product(ulong a, ulong b) => new(Math.BigMul(a, b, out var low), low);
}
