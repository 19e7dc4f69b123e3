using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Records.Folders;
using Dtao.Records.Reports;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao report RUN</c>: writes the page and the story of a run into its folder once more, also of one that never ended.</summary>
internal static class ReportVerb
{
    private static readonly Argument<string> Run = RunArgument.Of("A run folder, finished or not.");

    public static Command Command(Terminal terminal)
    {
        var command = new Command("report", "Writes a run's report.html and story.md into its folder, whatever state it is in.") { Run, CommonOptions.Json };
        command.SetAction(parsed => (int)Execute(terminal, RunArgument.Folder(parsed.GetValue(Run)!), parsed.GetValue(CommonOptions.Json)));
        return command;
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
