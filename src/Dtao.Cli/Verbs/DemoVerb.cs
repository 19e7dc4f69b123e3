using System.CommandLine;
using Dtao.Agents.Configuration;
using Dtao.Cli.Screen;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao demo</c>: the shipped run, with no files needed.</summary>
internal static class DemoVerb
{
    public static Command Command(Terminal terminal, RunParts parts, CancellationToken stop)
    {
        var command = new Command("demo", "Runs the story of subnet 28 and tells what happened. Needs no files.")
        {
            CommonOptions.Out, CommonOptions.Seed, CommonOptions.Set, CommonOptions.Quiet, CommonOptions.Verbose, CommonOptions.Json,
        };
        command.SetAction(parsed => (int)Execute(parsed, terminal, parts, stop));
        return command;
    }

    private static ExitCode Execute(ParseResult parsed, Terminal terminal, RunParts parts, CancellationToken stop)
    {
        var settings = RunSettings.Of(parsed, force: true);
        var config = LoadedConfig.Load(parsed.ConfigOf("demo"), parts.Strategies);
        new RunNotes(terminal, settings.Telling.IsVerbose).Read(config);
        return terminal.Refusal(config.Diagnostics, settings.Telling.Json) ?? new SingleRun(terminal, settings, parts, stop).Execute(config, "demo");
    }
}
