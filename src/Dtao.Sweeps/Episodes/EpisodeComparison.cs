using System.Collections.Immutable;
using Dtao.Records.Validation;

namespace Dtao.Sweeps.Episodes;

/// <summary>A figure over an ensemble.</summary>
/// <param name="Level">Over its runs.</param>
/// <param name="Difference">From the first ensemble, over the seeds that both have.</param>
public sealed record EpisodeFigure(Measure Measure, Interval Level, Interval Difference);

/// <summary>An ensemble's episodes held against the first ensemble's.</summary>
/// <param name="Announced">Runs in which the foundation said that it pays for selling.</param>
public sealed record EpisodeComparison(string Name, int Runs, int Announced, double Kappa, ImmutableArray<EpisodeFigure> Figures)
{
    public static EpisodeComparison Of(string name, IReadOnlyList<EpisodeRun> runs, IReadOnlyList<EpisodeRun> first)
    {
        var bySeed = first.ToDictionary(run => run.Seed);
        var pairs = runs.Where(run => bySeed.ContainsKey(run.Seed)).Select(run => (Own: run.Values, First: bySeed[run.Seed].Values)).ToArray();
        return new EpisodeComparison(
            name,
            runs.Count,
            runs.Count(run => run.Announcement is not null),
            runs.Select(run => run.Kappa).FirstOrDefault(double.NaN),
            [.. EpisodeRun.Figures.Select((figure, i) => new EpisodeFigure(figure, Bootstrap.Median(runs.Select(run => run.Values[i])), Bootstrap.Median(pairs.Select(pair => pair.Own[i] - pair.First[i]))))]);
    }
}
