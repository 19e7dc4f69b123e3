using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Records.Folders;
using Dtao.Records.Reports;
using Dtao.Sweeps.Analysis;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao report RUN|SWEEP</c>: writes the page and the story of a run into its folder once more, also of one that never ended; or a sweep's page.</summary>
internal static class ReportVerb
{
    private static readonly Argument<string> Run = RunArgument.Of("A run folder or a sweep folder, finished or not.");

    public static Command Command(Terminal terminal)
    {
        var command = new Command("report", "Writes a run's report.html and story.md into its folder, or a sweep's report.html, whatever state it is in.") { Run, SweepReportVerb.Figure, SweepReportVerb.Out, CommonOptions.Json };
        command.SetAction(parsed => (int)(SweepRecord.IsSweep(parsed.GetValue(Run)!) ? SweepReportVerb.Execute(terminal, parsed.GetValue(Run)!, parsed) : OfRun(terminal, parsed)));
        return command;
    }

    private static ExitCode OfRun(Terminal terminal, ParseResult parsed)
    {
        if (parsed.GetValue(SweepReportVerb.Figure) is not null || parsed.GetValue(SweepReportVerb.Out) is not null) throw new UsageError("--figure and --out are for sweeps.");
        return Execute(terminal, RunArgument.Folder(parsed.GetValue(Run)!), parsed.GetValue(CommonOptions.Json));
    }

    private static ExitCode Execute(Terminal terminal, string folder, bool json)
    {
        if (!RunReport.Write(folder)) throw new UsageError($"{folder} ended before its first block: there is nothing to tell.");
        RunArgument.Notice(terminal, folder);
        var (report, story) = (Path.Combine(folder, RunLayout.Report), Path.Combine(folder, RunLayout.Story));
        if (json) terminal.Json(new JsonObject { ["report"] = report, ["story"] = story });
        else terminal.Say($"Report: {report}\nStory: {story}");
        return ExitCode.Done;
    }
}
