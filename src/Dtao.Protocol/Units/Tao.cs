using System.Globalization;
using System.Runtime.CompilerServices;

namespace Dtao.Protocol.Units;

/// <summary>An amount of TAO in whole rao (10⁻⁹ TAO). Never negative; sums and differences are checked.</summary>
public readonly record struct Tao(ulong Rao) : IComparable<Tao>
{
    public const ulong RaoPerTao = 1_000_000_000;

    public static Tao Zero => default;

    /// <exception cref="OverflowException">Negative, or more than 2⁶⁴ − 1 rao.</exception>
    public static Tao Of(decimal tao) => new((ulong)decimal.Truncate(tao * RaoPerTao));

    /// <summary>The amount in TAO, for looking at and for strategies' private views; never for settling.</summary>
    public double Tokens => Rao / (double)RaoPerTao;

    public bool IsZero => Rao == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Tao operator +(Tao a, Tao b) => new(a.Rao + b.Rao);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Tao operator -(Tao a, Tao b) => new(a.Rao - b.Rao);

    public static bool operator <(Tao a, Tao b) => a.Rao < b.Rao;

    public static bool operator >(Tao a, Tao b) => a.Rao > b.Rao;

    public static bool operator <=(Tao a, Tao b) => a.Rao <= b.Rao;

    public static bool operator >=(Tao a, Tao b) => a.Rao >= b.Rao;

    public static Tao Min(Tao a, Tao b) => a.Rao <= b.Rao ? a : b;

    public int CompareTo(Tao other) => Rao.CompareTo(other.Rao);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rao / (decimal)RaoPerTao} TAO");
}
