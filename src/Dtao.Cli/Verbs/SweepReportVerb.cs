using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Reports;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao report SWEEP</c>: writes a sweep's page into its folder and says in short what is in it; or one phase diagram alone, as a picture.</summary>
internal static class SweepReportVerb
{
    public static Option<string?> Figure { get; } = new("--figure") { Description = "Of a sweep: writes this phase diagram alone, as SVG.", HelpName = "NAME" };

    public static Option<string?> Out { get; } = new("--out", "-o") { Description = "The SVG file of --figure. Default: NAME.svg in the sweep's folder.", HelpName = "FILE" };

    public static ExitCode Execute(Terminal terminal, string folder, ParseResult parsed)
    {
        if (parsed.GetValue(Out) is not null && parsed.GetValue(Figure) is null) throw new UsageError("--out is for --figure; the page is written into the sweep's folder.");
        var sweep = SweepRecord.Open(Path.TrimEndingDirectorySeparator(folder));
        return parsed.GetValue(Figure) is { } figure ? Draw(terminal, sweep, figure, parsed) : Report(terminal, sweep, parsed.GetValue(CommonOptions.Json));
    }

    private static ExitCode Report(Terminal terminal, SweepRecord sweep, bool json)
    {
        var path = SweepReport.Write(sweep);
        if (json) terminal.Json(new JsonObject { ["report"] = path, ["planned"] = sweep.Facts.Runs, ["done"] = sweep.Done.Length, ["failed"] = sweep.Failed.Length, ["figures"] = new JsonArray([.. SweepFigures.Names(sweep).Select(name => (JsonNode)name)]) });
        else terminal.Say($"{SweepSummary.Of(sweep)}\nReport: {path}");
        return ExitCode.Done;
    }

    private static ExitCode Draw(Terminal terminal, SweepRecord sweep, string name, ParseResult parsed)
    {
        var drawing = SweepFigures.Draw(sweep, name)
            ?? throw new UsageError(SweepFigures.Names(sweep) is { Count: > 0 } names ? $"There is no phase diagram {name}: {string.Join(", ", names)}." : "This sweep has no phase diagram: it takes two scanned settings and an event.");
        var path = parsed.GetValue(Out) ?? Path.Combine(sweep.Folder, name + ".svg");
        SweepFigures.Put(path, drawing);
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(new JsonObject { ["figure"] = path });
        else terminal.Say($"Figure: {path}");
        return ExitCode.Done;
    }
}
