namespace Dtao.Strategies.Numerics;

public sealed partial class Dice
{
    private const double PoissonBySumBelow = 30, LargestPoissonMean = 1e15;

    /// <summary>Less than a uniform number can tell from nothing; where the tail thins to it, what is left is rounding.</summary>
    private const double BelowOneDraw = 1e-17;

    /// <summary>Poisson: how often something happens that happens <paramref name="mean"/> times on average; 0 to 10¹⁵.</summary>
    /// <remarks>One draw below a mean of 30, two or a little more above.</remarks>
    public long Poisson(double mean)
    {
        if (!(mean is >= 0 and <= LargestPoissonMean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "The mean of a Poisson number lies from 0 to 10¹⁵.");
        return mean < PoissonBySumBelow ? PoissonBySum(mean) : PoissonByRejection(mean);
    }

    /// <summary>The first k at which the summed probabilities pass a uniform number.</summary>
    private long PoissonBySum(double mean)
    {
        var probability = Reproducible.Exp(-mean);
        var left = Uniform();
        var k = 0;
        while (left >= probability && (k < mean || probability > BelowOneDraw))
        {
            left -= probability;
            probability *= mean / ++k;
        }
        return k;
    }

    /// <remarks>PTRS of Hörmann, <i>The transformed rejection method for generating Poisson random variables</i> (1993).</remarks>
    private long PoissonByRejection(double mean)
    {
        var b = 0.931 + 2.53 * Math.Sqrt(mean);
        var a = -0.059 + 0.02483 * b;
        var inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        while (true)
        {
            var u = UniformOpen() - 0.5;
            var v = UniformOpen();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) return (long)k;
            if (k < 0 || (us < 0.013 && v > us)) continue;
            if (Reproducible.Log(v * inverseAlpha / (a / (us * us) + b)) <= LogPoisson(k, mean)) return (long)k;
        }
    }

    /// <summary>Logarithm of the probability of k; Stirling's series, and differences from the mean so that large terms do not cancel.</summary>
    private static double LogPoisson(double k, double mean)
    {
        if (k == 0) return -mean;
        var excess = mean - k;
        var stirling = (1 / 12.0 - (1 / 360.0 - 1 / (1260.0 * k * k)) / (k * k)) / k;
        return k * Reproducible.Log1p(excess / k) - excess - 0.5 * Reproducible.Log(2 * Math.PI * k) - stirling;
    }
}
