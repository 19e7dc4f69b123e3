using System.CommandLine;
using Dtao.Agents.Configuration;
using Dtao.Cli.Screen;
using Dtao.Strategies.Catalogue;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao demo</c>: the shipped run, with no files needed.</summary>
internal static class DemoVerb
{
    public static Command Command(Terminal terminal, StrategyCatalogue catalogue, CancellationToken stop)
    {
        var command = new Command("demo", "Runs the launch week of dTAO and tells what happened. Needs no files.")
        {
            CommonOptions.Out, CommonOptions.Seed, CommonOptions.Set, CommonOptions.Quiet, CommonOptions.Json,
        };
        command.SetAction(parsed => (int)Execute(parsed, terminal, catalogue, stop));
        return command;
    }

    private static ExitCode Execute(ParseResult parsed, Terminal terminal, StrategyCatalogue catalogue, CancellationToken stop)
    {
        var settings = RunSettings.Of(parsed, force: true);
        var config = LoadedConfig.Load(parsed.ConfigOf("demo"), catalogue);
        return config.HasErrors ? terminal.Tell(config.Diagnostics, settings.Json) : new SingleRun(terminal, settings, stop).Execute(config, "demo");
    }
}
