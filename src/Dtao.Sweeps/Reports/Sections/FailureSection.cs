using System.Collections.Immutable;
using System.Globalization;
using Dtao.Records.Reports;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Reports.Sections;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports.Sections;

/// <summary>Which runs failed, what happened, who it was, and how to see it again.</summary>
internal static class FailureSection
{
    private const int Most = 100, MostCommands = 10;

    public static Section Of(SweepRecord sweep) => new("failures", "Failures", sweep.Failed.IsEmpty ? Markup.Of($"<p>No run failed.</p>") : Markup.Of(
        $"""
        <p>{Shown.Whole(sweep.Failed.Length)} of {Shown.Whole(sweep.Runs.Length)} runs failed and count nowhere above. A point where runs fail more often than elsewhere is told by fewer of them.</p>
        {Table(sweep).Draw(sweep.Failed.Length > Most ? $"The first {Shown.Whole(Most)}; all of them: dtao query sweeps/{sweep.Facts.Name} @failures" : "All of them.")}
        <p>To see {(sweep.Failed.Length == 1 ? "it" : "one of them")} again:</p>
        <pre tabindex="0">{Escaped.Lines(string.Join('\n', sweep.Failed.Take(MostCommands).Select(run => Escaped.Plain(run.Failure!.Again))), 20_000)}</pre>
        """));

    private static DataTable Table(SweepRecord sweep) => new(
        ["run", "settings", "replicate", "seed", "kind", "what happened", "agent", "block"],
        [.. sweep.Failed.Take(Most).Select(run => Row(sweep, sweep.ByNumber[run.Point], run, run.Failure!))],
        Words: 8);

    private static ImmutableArray<string> Row(SweepRecord sweep, PointRow point, RunRecord run, RecordedFailure failure) =>
    [
        Shown.Whole(run.Run), string.Join(", ", sweep.Factors.Select(factor => $"{factor.Name} = {point.Values[factor.Position]}")), Shown.Whole(run.Replicate), run.Seed.ToString(CultureInfo.InvariantCulture),
        failure.Kind, failure.What, failure.Agent ?? "", failure.Block is { } block ? Shown.Whole(block) : "",
    ];
}
