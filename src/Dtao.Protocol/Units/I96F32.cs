using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Dtao.Protocol.Units;

/// <summary>
/// The chain's I96F32: a fixed-point number with 32 fractional bits, here for values ≥ 0 only.
/// Products and quotients truncate to 2⁻³² as the chain's do; where the chain would saturate this throws.
/// It lies in two words, which the processor's own instructions multiply and divide; the runtime's 128-bit number costs several times as much.
/// </summary>
/// <remarks>substrate-fixed <c>FixedI128&lt;U32&gt;</c>.</remarks>
public readonly record struct I96F32 : IComparable<I96F32>
{
    public const int FractionBits = 32;

    private readonly ulong high;
    private readonly ulong low;

    public I96F32(UInt128 raw)
        : this((ulong)(raw >> 64), (ulong)(raw & ulong.MaxValue))
    {
    }

    private I96F32(ulong high, ulong low) => (this.high, this.low) = (high, low);

    /// <summary>In multiples of 2⁻³².</summary>
    public UInt128 Raw => new(high, low);

    /// <summary>Upper 64 bits of <see cref="Raw"/>.</summary>
    internal ulong Upper => high;

    /// <summary>Lower 64 bits of <see cref="Raw"/>.</summary>
    internal ulong Lower => low;

    public static I96F32 Zero => default;

    public static I96F32 One => FromInteger(1);

    /// <param name="raw">In multiples of 2⁻³².</param>
    internal static I96F32 FromRaw(ulong raw) => new(0, raw);

    public static I96F32 FromInteger(ulong value) => new(value >> FractionBits, value << FractionBits);

    /// <summary>⌊numerator·2³² ÷ denominator⌋·2⁻³².</summary>
    public static I96F32 FromRatio(ulong numerator, ulong denominator) => Quotient(numerator >> FractionBits, numerator << FractionBits, denominator);

    /// <summary>A share of 65535, as the chain stores owner cut, takes and kappa.</summary>
    public static I96F32 FromU16(ushort of65535) => FromRatio(of65535, ushort.MaxValue);

    /// <summary>The nearest multiple of 2⁻³², as the chain reads a decimal literal.</summary>
    public static I96F32 FromDouble(double value) => new((UInt128)Math.Round(value * 4294967296.0));

    /// <summary>For looking at, and for comparing with figures given in decimals.</summary>
    public double ToDouble() => (high == 0 ? low : (double)Raw) / 4294967296.0;

    /// <summary>The whole part.</summary>
    /// <exception cref="OverflowException">It does not fit 64 bits.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Floor() => high >> FractionBits == 0 ? high << FractionBits | low >> FractionBits : DoesNotFit(this, "64 bits").low;

    /// <exception cref="OverflowException">It does not fit.</exception>
    public I32F32 ToI32F32() => new((long)(high == 0 ? low : DoesNotFit(this, "I32F32").low));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public I96F32 Half() => new(high >> 1, high << 63 | low >> 1);

    public static I96F32 Min(I96F32 a, I96F32 b) => a <= b ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // A block does a dozen of these for every subnet; what they throw stands outside, so that they stay small.
    public static I96F32 operator +(I96F32 a, I96F32 b)
    {
        var lower = unchecked(a.low + b.low);
        return new(a.high + b.high + (lower < a.low ? 1u : 0u), lower);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I96F32 operator -(I96F32 a, I96F32 b) =>
        new(a.high - b.high - (a.low < b.low ? 1u : 0u), unchecked(a.low - b.low));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I96F32 operator *(I96F32 a, I96F32 b)
    {
        if ((a.high | b.high) != 0) return WideProduct(a, b);
        var upper = LongProduct.Upper(a.low, b.low);
        return new(upper >> FractionBits, upper << (64 - FractionBits) | LongProduct.Lower(a.low, b.low) >> FractionBits);
    }

    /// <exception cref="DivideByZeroException"><paramref name="b"/> is 0.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I96F32 operator /(I96F32 a, I96F32 b)
    {
        var (upper, lower) = (a.high << FractionBits | a.low >> (64 - FractionBits), a.low << FractionBits);
        return (a.high >> (64 - FractionBits) | b.high) == 0 && upper < b.low ? new(0, LongDivision.Lower(upper, lower, b.low).Quotient) : WideQuotient(a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(I96F32 a, I96F32 b) => a.high < b.high || a.high == b.high && a.low < b.low;

    public static bool operator >(I96F32 a, I96F32 b) => b < a;

    public static bool operator <=(I96F32 a, I96F32 b) => !(b < a);

    public static bool operator >=(I96F32 a, I96F32 b) => !(a < b);

    public int CompareTo(I96F32 other) => this < other ? -1 : other < this ? 1 : 0;

    public override string ToString() => ToDouble().ToString("R", CultureInfo.InvariantCulture);

    /// <summary>What most products are spared: at least one factor of 2³² or more.</summary>
    private static I96F32 WideProduct(I96F32 a, I96F32 b)
    {
        if (a.high != 0 && b.high != 0) return DoesNotFit(a, '×', b);
        var upper = LongProduct.Upper(a.low, b.low) + a.high * b.low + b.high * a.low;
        return new(upper >> FractionBits, upper << (64 - FractionBits) | LongProduct.Lower(a.low, b.low) >> FractionBits);
    }

    private static I96F32 WideQuotient(I96F32 a, I96F32 b)
    {
        if (a.high >> (64 - FractionBits) != 0) return DoesNotFit(a, '÷', b);
        var (upper, lower) = (a.high << FractionBits | a.low >> (64 - FractionBits), a.low << FractionBits);
        return b.high == 0 ? Quotient(upper, lower, b.low) : new(0, LongDivision.ByWide(upper, lower, b.high, b.low));
    }

    [DoesNotReturn] // Given copies: a number whose address is taken lies in memory for all of the method around it.
    private static I96F32 DoesNotFit(I96F32 number, string where) => throw new OverflowException($"{number} does not fit {where}.");

    [DoesNotReturn]
    private static I96F32 DoesNotFit(I96F32 a, char operation, I96F32 b) => throw new OverflowException($"{a} {operation} {b} does not fit I96F32.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static I96F32 Quotient(ulong upper, ulong lower, ulong divisor)
    {
        var quotient = LongDivision.Divide(upper, lower, divisor);
        return new(quotient.Upper, quotient.Lower);
    }
}
