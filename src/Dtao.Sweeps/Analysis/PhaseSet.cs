using System.Collections.Immutable;

namespace Dtao.Sweeps.Analysis;

/// <summary>Phase diagrams of one pair of factors, to be seen side by side.</summary>
/// <param name="Name">Unique in the sweep; what a figure is called by.</param>
/// <param name="Diagrams">What was asked for first, then what is shown beside it.</param>
public sealed record PhaseSet(string Name, ImmutableArray<PhaseDiagram> Diagrams)
{
    private const int MostUnasked = 12;

    /// <summary>What the plan asks for; else every pair of scanned factors with every event, those that another is given by beside it.</summary>
    public static ImmutableArray<PhaseSet> Of(SweepRecord sweep)
    {
        var asked = DiagramChoice.Of(sweep.Folder);
        var sets = (asked.IsEmpty ? Unasked(sweep).Take(MostUnasked) : asked).Select(choice => Of(sweep, choice)).OfType<PhaseSet>().ToArray();
        return [.. sets.Select((set, at) => sets.Take(at).Count(other => other.Name == set.Name) is > 0 and var more ? set with { Name = FormattableString.Invariant($"{set.Name}-{more + 1}") } : set)];
    }

    /// <summary>Null where the sweep has no such factors or event.</summary>
    private static PhaseSet? Of(SweepRecord sweep, DiagramChoice choice)
    {
        if (sweep.Factor(choice.X) is not { IsSampled: false } x || sweep.Factor(choice.Y) is not { IsSampled: false } y || sweep.Metric(choice.Event) is not { IsEvent: true } of) return null;
        var beside = choice.Beside.Select(sweep.Metric).OfType<StudiedMetric>().Where(metric => metric.IsEvent);
        return new PhaseSet(choice.Event, [.. beside.Prepend(of).Select(metric => PhaseDiagram.Of(sweep, x, y, metric))]);
    }

    private static IEnumerable<DiagramChoice> Unasked(SweepRecord sweep)
    {
        var scanned = sweep.Factors.Where(factor => factor is { IsSampled: false, Levels.Length: > 1 }).ToArray();
        var given = sweep.Metrics.Select(metric => metric.Given).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return from y in Enumerable.Range(0, scanned.Length)
               from x in Enumerable.Range(y + 1, scanned.Length - y - 1)
               from metric in sweep.Metrics
               where metric.IsEvent && !given.Contains(metric.Name)
               select new DiagramChoice(scanned[x].Path, scanned[y].Path, metric.Name, metric.Given is { } condition ? [condition] : []);
    }
}
