using System.Globalization;
using System.Runtime.CompilerServices;

namespace Dtao.Protocol.Units;

/// <summary>An amount of one subnet's alpha in whole rao (10⁻⁹ alpha). On root an alpha is a staked TAO. Sums and differences are checked.</summary>
public readonly record struct Alpha(ulong Rao) : IComparable<Alpha>
{
    public const ulong RaoPerAlpha = 1_000_000_000;

    public static Alpha Zero => default;

    /// <exception cref="OverflowException">Negative, or more than 2⁶⁴ − 1 rao.</exception>
    public static Alpha Of(decimal alpha) => new((ulong)decimal.Truncate(alpha * RaoPerAlpha));

    /// <summary>The amount in alpha, for looking at and for strategies' private views; never for settling.</summary>
    public double Tokens => Rao / (double)RaoPerAlpha;

    public bool IsZero => Rao == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Alpha operator +(Alpha a, Alpha b) => new(a.Rao + b.Rao);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Alpha operator -(Alpha a, Alpha b) => new(a.Rao - b.Rao);

    public static bool operator <(Alpha a, Alpha b) => a.Rao < b.Rao;

    public static bool operator >(Alpha a, Alpha b) => a.Rao > b.Rao;

    public static bool operator <=(Alpha a, Alpha b) => a.Rao <= b.Rao;

    public static bool operator >=(Alpha a, Alpha b) => a.Rao >= b.Rao;

    public static Alpha Min(Alpha a, Alpha b) => a.Rao <= b.Rao ? a : b;

    public int CompareTo(Alpha other) => Rao.CompareTo(other.Rao);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rao / (decimal)RaoPerAlpha} alpha");
}
