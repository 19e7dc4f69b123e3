using Dtao.Sweeps.Designs;
using MathNet.Numerics.Distributions;

namespace Dtao.Sweeps.Sensitivity;

/// <summary>How much of an outcome's variance a factor makes alone (first), and in all that it takes part in (total).</summary>
/// <remarks>
/// First order: Saltelli et al. (2010), table 2 (b); total: Jansen (1999), table 2 (f). Intervals: Student's over the design's independently scrambled blocks,
/// each of which leaves the estimate of all others as it is (the delete-one-block jackknife of Quenouille and Tukey).
/// </remarks>
public sealed record SobolIndices(Estimate First, Estimate Total)
{
    private const double Coverage = 0.95;

    /// <param name="outcomes">One a point of the design, in its order.</param>
    /// <returns>By factor.</returns>
    /// <exception cref="ArgumentException">The outcomes are not those of the design.</exception>
    public static IReadOnlyList<SobolIndices> Of(SaltelliDesign design, IReadOnlyList<double> outcomes)
    {
        var samples = Samples(design, outcomes);
        return [.. Enumerable.Range(0, design.Factors).Select(factor => new SobolIndices(
            Jackknifed(samples, kept => Alone(kept, factor)),
            Jackknifed(samples, kept => Together(kept, factor))))];
    }

    private static double[][] Samples(SaltelliDesign design, IReadOnlyList<double> outcomes)
    {
        var expected = design.BaseSamples * design.PointsPerSample;
        if (outcomes.Count != expected) throw new ArgumentException(FormattableString.Invariant($"{outcomes.Count} outcomes of a design of {expected} points."));
        return [.. outcomes.Chunk(design.PointsPerSample)];
    }

    /// <summary>B·(A with B's column − A) ÷ variance.</summary>
    private static double Alone(IReadOnlyCollection<double[]> samples, int factor)
    {
        var mean = Mean(samples);
        return samples.Average(y => (y[1] - mean) * (y[2 + factor] - y[0])) / Variance(samples, mean);
    }

    /// <summary>Half the squared change that the factor makes ÷ variance.</summary>
    private static double Together(IReadOnlyCollection<double[]> samples, int factor) =>
        samples.Average(y => (y[0] - y[2 + factor]) * (y[0] - y[2 + factor])) / 2 / Variance(samples, Mean(samples));

    private static double Mean(IReadOnlyCollection<double[]> samples) => samples.Average(y => (y[0] + y[1]) / 2);

    private static double Variance(IReadOnlyCollection<double[]> samples, double mean) =>
        samples.Average(y => ((y[0] - mean) * (y[0] - mean) + (y[1] - mean) * (y[1] - mean)) / 2);

    private static Estimate Jackknifed(double[][] samples, Func<IReadOnlyCollection<double[]>, double> of)
    {
        const int blocks = SaltelliDesign.Blocks;
        var (all, size) = (of(samples), samples.Length / blocks);
        var pseudo = Enumerable.Range(0, blocks)
            .Select(block => blocks * all - (blocks - 1) * of([.. samples[..(block * size)], .. samples[((block + 1) * size)..]]))
            .ToArray();
        var value = pseudo.Average();
        var error = Math.Sqrt(pseudo.Sum(each => (each - value) * (each - value)) / (blocks - 1) / blocks);
        var reach = StudentT.InvCDF(0, 1, blocks - 1, (1 + Coverage) / 2) * error;
        return new Estimate(value - reach, value, value + reach);
    }
}
