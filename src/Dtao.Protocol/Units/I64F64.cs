using System.Globalization;
using System.Numerics;

namespace Dtao.Protocol.Units;

/// <summary>
/// The chain's I64F64, in which root's epoch reckons: a fixed-point number with 64 fractional bits, here for values ≥ 0 only.
/// Products and quotients truncate to 2⁻⁶⁴ as the chain's do; where the chain would saturate this throws.
/// </summary>
/// <remarks>substrate-fixed <c>FixedI128&lt;U64&gt;</c>.</remarks>
public readonly record struct I64F64(UInt128 Raw) : IComparable<I64F64>
{
    public const int FractionBits = 64;

    public static I64F64 Zero => default;

    public static I64F64 One => FromInteger(1);

    public static I64F64 FromInteger(ulong value) => new((UInt128)value << FractionBits);

    /// <summary>⌊numerator·2⁶⁴ ÷ denominator⌋·2⁻⁶⁴.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static I64F64 FromRatio(ulong numerator, ulong denominator) => new(((UInt128)numerator << FractionBits) / denominator);

    /// <summary>A share of 65535 as the chain reads kappa: floored to 2⁻³² first.</summary>
    public static I64F64 FromU16(ushort of65535) => new((UInt128)(ulong)I32F32.FromU16(of65535).Raw << (FractionBits - I32F32.FractionBits));

    /// <summary>For looking at, and for comparing with figures given in decimals.</summary>
    public double ToDouble() => (double)Raw / 18_446_744_073_709_551_616.0;

    /// <summary>The whole part.</summary>
    public ulong Floor() => (ulong)(Raw >> FractionBits);

    public static I64F64 operator +(I64F64 a, I64F64 b) => new(a.Raw + b.Raw);

    /// <exception cref="OverflowException">It is below 0.</exception>
    public static I64F64 operator -(I64F64 a, I64F64 b) => new(a.Raw - b.Raw);

    /// <exception cref="OverflowException">It does not fit.</exception>
    public static I64F64 operator *(I64F64 a, I64F64 b)
    {
        var (upper, lower) = (Math.BigMul(a.Fraction, b.Fraction, out _), (UInt128)a.Floor() * b.Fraction + (UInt128)b.Floor() * a.Fraction);
        return new(FromInteger((ulong)((UInt128)a.Floor() * b.Floor())).Raw + lower + upper);
    }

    /// <exception cref="DivideByZeroException"><paramref name="b"/> is 0.</exception>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static I64F64 operator /(I64F64 a, I64F64 b) =>
        a.Floor() == 0 ? new((a.Raw << FractionBits) / b.Raw) : new((UInt128)(((BigInteger)a.Raw << FractionBits) / b.Raw));

    public static bool operator <(I64F64 a, I64F64 b) => a.Raw < b.Raw;

    public static bool operator >(I64F64 a, I64F64 b) => a.Raw > b.Raw;

    public static bool operator <=(I64F64 a, I64F64 b) => a.Raw <= b.Raw;

    public static bool operator >=(I64F64 a, I64F64 b) => a.Raw >= b.Raw;

    /// <summary>1 + x + x²/2 + … to the 63rd power, as the chain approximates it.</summary>
    /// <remarks>substrate-fixed <c>transcendental.rs: exp</c>, with source and result in I64F64.</remarks>
    public static I64F64 Exp(I64F64 x)
    {
        var (term, sum) = (x, One + x);
        for (ulong i = 2; i < FractionBits; i++)
        {
            term = new((term * x).Raw / i);
            sum += term;
        }
        return sum;
    }

    public int CompareTo(I64F64 other) => Raw.CompareTo(other.Raw);

    public override string ToString() => ToDouble().ToString("R", CultureInfo.InvariantCulture);

    private ulong Fraction => (ulong)(Raw & ulong.MaxValue);
}
