using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Dtao.Sweeps.Analysis;

/// <summary>A mean over runs, with the interval that covers the truth in 95 of 100 such samples.</summary>
/// <param name="Count">Runs that have a value.</param>
/// <param name="Deviation">Of a run, not of the mean; NaN of fewer than two.</param>
/// <param name="Low">NaN with <paramref name="High"/> where the runs do not tell.</param>
public readonly record struct SampleMean(int Count, double Mean, double Deviation, double Low, double High)
{
    private const double Coverage = 0.95;

    /// <summary>Of several groups of runs; of an event, of which values are 1 or 0, the mean is its probability.</summary>
    public static ImmutableArray<SampleMean> Of(IEnumerable<SeededValues> groups, bool isEvent)
    {
        var all = groups.ToArray();
        if (!isEvent) return [.. all.Select(OfFigure)];
        var effect = SeededValues.DesignEffect(all);
        return [.. all.Select(group => OfEvent(group, effect))];
    }

    /// <summary>Student's interval, of runs that share their seed's luck: the error of a mean over clusters.</summary>
    /// <remarks>Liang and Zeger, Biometrika 73 (1986). Where every run has a seed of its own, the textbook's interval.</remarks>
    public static SampleMean OfFigure(SeededValues runs)
    {
        var off = runs.OffMean;
        var error = Math.Sqrt(off.Sum(value => value * value) * off.Length / (off.Length - 1.0)) / runs.Count;
        var reach = off.Length < 2 ? double.NaN : StudentT.InvCDF(0, 1, off.Length - 1, (1 + Coverage) / 2) * error;
        return new SampleMean(runs.Count, runs.Mean, runs.Deviation, runs.Mean - reach, runs.Mean + reach);
    }

    /// <summary>Wilson's interval.</summary>
    /// <param name="designEffect">How many runs are worth one independent run.</param>
    /// <remarks>Korn and Graubard, Survey Methodology 24 (1998), with Wilson's interval for theirs.</remarks>
    public static SampleMean OfEvent(SeededValues runs, double designEffect = 1)
    {
        var (low, high) = Wilson.Interval(runs.Mean, runs.Count / designEffect, Wilson.Z95);
        return new SampleMean(runs.Count, runs.Mean, runs.Deviation, low, high);
    }
}
