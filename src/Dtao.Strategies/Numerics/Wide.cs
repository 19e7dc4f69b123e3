namespace Dtao.Strategies.Numerics;

/// <summary>A number of about 106 bits: the unevaluated sum of two doubles, the second below half a last place of the first.</summary>
/// <remarks>Dekker, <i>A floating-point technique for extending the available precision</i> (1971); operands below 2⁹⁹⁶.</remarks>
internal readonly record struct Wide(double High, double Low)
{
    private const double Splitter = 134217729.0; // 2²⁷ + 1

    /// <summary>a + b, exactly.</summary>
    public static Wide Sum(double a, double b)
    {
        var high = a + b;
        var seen = high - a;
        return new(high, a - (high - seen) + (b - seen));
    }

    /// <summary>a + b, exactly, where |a| ≥ |b|.</summary>
    public static Wide OrderedSum(double a, double b)
    {
        var high = a + b;
        return new(high, b - (high - a));
    }

    /// <summary>a · b, exactly.</summary>
    public static Wide Product(double a, double b)
    {
        var high = a * b;
        var (a1, a2) = Halves(a);
        var (b1, b2) = Halves(b);
        return new(high, a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2);
    }

    /// <summary>a ÷ b.</summary>
    public static Wide Quotient(double a, Wide b)
    {
        var high = a / b.High;
        var back = Product(high, b.High);
        return OrderedSum(high, (a - back.High - back.Low - high * b.Low) / b.High);
    }

    public static Wide operator +(Wide a, Wide b)
    {
        var sum = Sum(a.High, b.High);
        return OrderedSum(sum.High, sum.Low + (a.Low + b.Low));
    }

    public static Wide operator -(Wide a) => new(-a.High, -a.Low);

    public static Wide operator *(Wide a, Wide b)
    {
        var product = Product(a.High, b.High);
        return OrderedSum(product.High, product.Low + (a.High * b.Low + a.Low * b.High));
    }

    public static implicit operator Wide(double a) => new(a, 0);

    private static (double High, double Low) Halves(double a)
    {
        var scaled = Splitter * a;
        var high = scaled - (scaled - a);
        return (high, a - high);
    }
}
