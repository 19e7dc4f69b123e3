using System.Collections.Immutable;
using Dtao.Records.Validation;

namespace Dtao.Sweeps.Episodes;

/// <summary>A figure over an ensemble.</summary>
/// <param name="Level">Over its runs.</param>
/// <param name="Difference">From the first ensemble, over the seeds that both have.</param>
public sealed record EpisodeFigure(Measure Measure, Interval Level, Interval Difference);

/// <summary>An ensemble's episodes held against the first ensemble's.</summary>
/// <param name="Pumped">Runs in which the subnet rose as the record's did at the least.</param>
/// <param name="Crashed">Of these, those in which it then fell by four fifths within a day.</param>
/// <param name="Apart">Since when prices differ from the first ensemble's; null where chance could have made the difference.</param>
/// <param name="Announced">Runs in which the foundation said that it pays for selling.</param>
public sealed record EpisodeComparison(string Name, int Runs, int Announced, Odds Pumped, Odds Crashed, double Kappa, Divergence? Apart, ImmutableArray<EpisodeFigure> Figures)
{
    public static EpisodeComparison Of(string name, IReadOnlyList<EpisodeRun> runs, IReadOnlyList<EpisodeRun> first)
    {
        var bySeed = first.ToDictionary(run => run.Seed);
        var pairs = runs.Where(run => bySeed.ContainsKey(run.Seed)).Select(run => (Own: run, First: bySeed[run.Seed])).ToArray();
        return new EpisodeComparison(
            name,
            runs.Count,
            runs.Count(run => run.Announcement is not null),
            Odds.Among(runs.Select(run => run.Pumped)),
            Odds.Among(runs.Where(run => run.Pumped == true).Select(run => run.Crashed)),
            runs.Select(run => run.Kappa).FirstOrDefault(double.NaN),
            Divergence.Of([.. pairs.Select(pair => ((IReadOnlyList<double>)pair.Own.Path, (IReadOnlyList<double>)pair.First.Path))]),
            [.. EpisodeRun.Figures.Select((figure, i) => new EpisodeFigure(figure, Bootstrap.Median(runs.Select(run => run.Values[i])), Bootstrap.Median(pairs.Select(pair => pair.Own.Values[i] - pair.First.Values[i]))))]);
    }
}
