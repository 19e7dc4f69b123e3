namespace Dtao.Strategies.Numerics;

public static partial class Reproducible
{
    /// <summary>Beyond it the hyperbolic tangent rounds to ±1.</summary>
    private const double TanhIsOneAbove = 20;

    /// <summary>Hyperbolic tangent, from −1 to 1.</summary>
    public static double Tanh(double x)
    {
        if (Math.Abs(x) > TanhIsOneAbove) return Math.CopySign(1, x);
        var excess = Expm1(2 * Math.Abs(x));
        return Math.CopySign(excess / (excess + 2), x);
    }

    /// <summary>1 ÷ (1 + e⁻ˣ), from 0 to 1; accurate in the far left tail too.</summary>
    public static double Logistic(double x)
    {
        if (x >= 0) return 1 / (1 + Exp(-x));
        var odds = Exp(x);
        return odds / (1 + odds);
    }
}
