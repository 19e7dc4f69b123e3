namespace Dtao.Sweeps.Tests.Sensitivity;

/// <summary>A model of factors from 0 to 1 whose indices are known in closed form.</summary>
public sealed record KnownModel(string Name, Func<double[], double> Of, double[] First, double[] Total)
{
    /// <summary>sin x₁ + 7·sin² x₂ + 0.1·x₃⁴·sin x₁ over ±π.</summary>
    /// <remarks>Ishigami and Homma (1990); variances: Saltelli, Chan, Scott, <i>Sensitivity Analysis</i> (2000), p. 180.</remarks>
    public static KnownModel Ishigami
    {
        get
        {
            const double a = 7, b = 0.1;
            var (one, two, both) = (0.5 * Math.Pow(1 + b * Math.Pow(Math.PI, 4) / 5, 2), a * a / 8, 8 * b * b * Math.Pow(Math.PI, 8) / 225);
            var all = one + two + both;
            return new("Ishigami", Value, [one / all, two / all, 0], [(one + both) / all, two / all, both / all]);

            static double Value(double[] u)
            {
                var x = u.Select(each => Math.PI * (2 * each - 1)).ToArray();
                return Math.Sin(x[0]) + a * Math.Pow(Math.Sin(x[1]), 2) + b * Math.Pow(x[2], 4) * Math.Sin(x[0]);
            }
        }
    }

    /// <summary>Π (|4uᵢ − 2| + aᵢ) ÷ (1 + aᵢ): the larger aᵢ, the less its factor matters.</summary>
    /// <remarks>Sobol (1993); variances: Saltelli et al. (2010), eq. 23.</remarks>
    public static KnownModel SobolG(params double[] a)
    {
        var parts = a.Select(each => 1.0 / 3 / Math.Pow(1 + each, 2)).ToArray();
        var product = parts.Aggregate(1.0, (all, part) => all * (1 + part));
        return new("Sobol-G",
            u => u.Select((each, at) => (Math.Abs(4 * each - 2) + a[at]) / (1 + a[at])).Aggregate(1.0, (all, factor) => all * factor),
            [.. parts.Select(part => part / (product - 1))],
            [.. parts.Select(part => part * product / (1 + part) / (product - 1))]);
    }
}
