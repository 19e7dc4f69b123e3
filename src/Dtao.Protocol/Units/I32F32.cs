using System.Globalization;

namespace Dtao.Protocol.Units;

/// <summary>
/// The chain's I32F32, in which an epoch reckons: signed, 32 fractional bits. A product rounds down, a quotient towards zero, as the chain's do;
/// where the chain would saturate the operators throw, and the few places that really reach the bounds say <c>Saturating</c>.
/// </summary>
/// <remarks>substrate-fixed <c>FixedI64&lt;U32&gt;</c>.</remarks>
public readonly record struct I32F32(long Raw) : IComparable<I32F32>
{
    public const int FractionBits = 32;

    public static I32F32 Zero => default;

    public static I32F32 One => new(1L << FractionBits);

    public static I32F32 MaxValue => new(long.MaxValue);

    public static I32F32 FromInteger(int value) => new((long)value << FractionBits);

    /// <summary>⌊numerator·2³² ÷ denominator⌋·2⁻³², for a fraction of two small counts.</summary>
    public static I32F32 FromRatio(uint numerator, uint denominator) => new((long)(((ulong)numerator << FractionBits) / denominator));

    /// <summary>A share of 65535, as the chain stores kappa and the bonds penalty.</summary>
    public static I32F32 FromU16(ushort of65535) => FromRatio(of65535, ushort.MaxValue);

    /// <summary>The nearest multiple of 2⁻³², as the chain reads a decimal literal.</summary>
    public static I32F32 FromDouble(double value) => new((long)Math.Round(value * 4294967296.0));

    /// <summary>For looking at, and for comparing with figures given in decimals.</summary>
    public double ToDouble() => Raw / 4294967296.0;

    /// <summary>This share of 65535, floored: how the chain stores a proportion.</summary>
    /// <exception cref="OverflowException">It is below 0 or above 1.</exception>
    public ushort ToU16() => (ushort)(Raw * ushort.MaxValue >> FractionBits);

    /// <exception cref="OverflowException">It is below 0.</exception>
    public I96F32 ToI96F32() => I96F32.FromRaw((ulong)Raw);

    public static I32F32 Min(I32F32 a, I32F32 b) => b + Negative(a - b);

    public static I32F32 Max(I32F32 a, I32F32 b) => a - Negative(a - b);

    public static I32F32 operator +(I32F32 a, I32F32 b) => new(a.Raw + b.Raw);

    public static I32F32 operator -(I32F32 a, I32F32 b) => new(a.Raw - b.Raw);

    public static I32F32 operator -(I32F32 a) => new(-a.Raw);

    /// <summary>Two numbers from 0 to below 1, as nearly all in an epoch are, need no 128-bit product.</summary>
    public static I32F32 operator *(I32F32 a, I32F32 b) =>
        unchecked((ulong)(a.Raw | b.Raw)) >> FractionBits == 0 ? new((long)(unchecked((ulong)a.Raw * (ulong)b.Raw) >> FractionBits)) : WideProduct(a, b);

    /// <summary>A dividend from 0 to below 1 needs no 128 bits.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="b"/> is 0.</exception>
    public static I32F32 operator /(I32F32 a, I32F32 b) =>
        unchecked((ulong)a.Raw) >> FractionBits == 0 && b.Raw > 0 ? new((long)(((ulong)a.Raw << FractionBits) / (ulong)b.Raw)) : WideQuotient(a, b);

    public static bool operator <(I32F32 a, I32F32 b) => a.Raw < b.Raw;

    public static bool operator >(I32F32 a, I32F32 b) => a.Raw > b.Raw;

    public static bool operator <=(I32F32 a, I32F32 b) => a.Raw <= b.Raw;

    public static bool operator >=(I32F32 a, I32F32 b) => a.Raw >= b.Raw;

    public I32F32 SaturatingAdd(I32F32 other) => Saturated((Int128)Raw + other.Raw);

    public I32F32 SaturatingSubtract(I32F32 other) => Saturated((Int128)Raw - other.Raw);

    public I32F32 SaturatingMultiply(I32F32 by) => Saturated((Int128)Raw * by.Raw >> FractionBits);

    /// <exception cref="DivideByZeroException"><paramref name="by"/> is 0.</exception>
    public I32F32 SaturatingDivide(I32F32 by) => Saturated(((Int128)Raw << FractionBits) / by.Raw);

    public int CompareTo(I32F32 other) => Raw.CompareTo(other.Raw);

    public override string ToString() => ToDouble().ToString("R", CultureInfo.InvariantCulture);

    private static I32F32 WideProduct(I32F32 a, I32F32 b)
    {
        var high = Math.BigMul(a.Raw, b.Raw, out var low);
        return new((long)(int)high << FractionBits | (low >>> FractionBits));
    }

    private static I32F32 WideQuotient(I32F32 a, I32F32 b)
    {
        var dividend = unchecked((ulong)a.Raw);
        if (a.Raw < 0 || b.Raw <= 0 || dividend >> (64 - FractionBits) >= (ulong)b.Raw) return new((long)(((Int128)a.Raw << FractionBits) / b.Raw));
        return new((long)LongDivision.Lower(dividend >> (64 - FractionBits), dividend << FractionBits, (ulong)b.Raw).Quotient);
    }

    /// <summary>The difference where it is below 0, else 0; without a branch, since an epoch compares numbers in no order.</summary>
    private static I32F32 Negative(I32F32 difference) => new(difference.Raw & difference.Raw >> 63);

    private static I32F32 Saturated(Int128 raw) => new((long)Int128.Clamp(raw, long.MinValue, long.MaxValue));
}
