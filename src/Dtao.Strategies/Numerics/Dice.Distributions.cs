namespace Dtao.Strategies.Numerics;

public sealed partial class Dice
{
    /// <summary>Normal; the standard deviation is 0 or above. One draw, so it reaches ±8.2 standard deviations.</summary>
    public double Normal(double mean, double standardDeviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(standardDeviation);
        return mean + standardDeviation * NormalQuantile.At(UniformOpen());
    }

    /// <summary>Fills a row with normal numbers: the same as one after the other.</summary>
    public void Normal(double mean, double standardDeviation, Span<double> drawn)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(standardDeviation);
        UniformOpen(drawn);
        NormalQuantile.At(drawn);
        foreach (ref var number in drawn) number = mean + standardDeviation * number;
    }

    /// <summary>Log-normal: median · eᴺ, N normal about 0 with standard deviation sigma. One draw.</summary>
    public double LogNormal(double median, double sigma) => median * Reproducible.Exp(Normal(0, sigma));

    /// <summary>Exponential: the wait for what happens once per <paramref name="mean"/> on average. One draw.</summary>
    public double Exponential(double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mean);
        return -mean * Reproducible.Log(UniformOpen());
    }

    /// <summary>Pareto: at least the minimum, beyond x with probability (minimum ÷ x)^shape; shape above 0. One draw.</summary>
    public double Pareto(double shape, double minimum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        return minimum * Reproducible.Exp(Exponential(1 / shape));
    }
}
