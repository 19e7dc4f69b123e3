using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Records.Stories;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao story RUN</c>: what happened, in at most forty sentences with the ids and blocks that they rest on.</summary>
internal static class StoryVerb
{
    private static readonly Argument<string> Run = RunArgument.Of("A run folder, finished or not.");
    private static readonly Option<bool> Markdown = new("--md") { Description = "As Markdown." };

    public static Command Command(Terminal terminal)
    {
        var command = new Command("story", "Tells what happened in a run, each sentence with the events and blocks it rests on.") { Run, Markdown, CommonOptions.Json };
        command.SetAction(parsed => (int)Execute(terminal, RunArgument.Folder(parsed.GetValue(Run)!), parsed.GetValue(Markdown), parsed.GetValue(CommonOptions.Json)));
        return command;
    }

    private static ExitCode Execute(Terminal terminal, string folder, bool markdown, bool json)
    {
        if (markdown && json) throw new UsageError("--md and --json ask for two forms: choose one.");
        RunArgument.Notice(terminal, folder);
        var run = RunReader.Open(folder);
        var story = RunStory.Of(run);
        if (json) terminal.Json(Json(folder, run.State, story));
        else if (markdown) terminal.Say(StoryMarkdown.Of(run.Manifest()?.Identity.Name ?? Path.GetFileName(folder), story).TrimEnd('\n'));
        else foreach (var told in story) terminal.Say(told.ToString());
        return ExitCode.Done;
    }

    private static JsonObject Json(string folder, RunState state, IEnumerable<Statement> story) => new()
    {
        ["run"] = folder,
        ["state"] = state.ToString().ToLowerInvariant(),
        ["sentences"] = new JsonArray([.. story.Select(told => new JsonObject
        {
            ["text"] = told.Text,
            ["events"] = new JsonArray([.. told.Backing.Events.Select(id => (JsonNode)id)]),
            ["from_block"] = told.Backing.FromBlock,
            ["to_block"] = told.Backing.ToBlock,
            ["detail"] = told.IsDetail,
        })]),
    };
}
