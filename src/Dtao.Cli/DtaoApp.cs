using System.CommandLine;
using Dtao.Cli.Screen;
using Dtao.Cli.Verbs;

namespace Dtao.Cli;

/// <summary>The command line: verbs, and one exit code for whatever happens.</summary>
public static class DtaoApp
{
    public static ExitCode Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken stop)
    {
        var parsed = Root(terminal, stop).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            var wrong = new UsageError(string.Join('\n', parsed.Errors.Select(error => error.Message).Append("Try dtao --help.")));
            return terminal.Tell(wrong, arguments.Contains("--json"));
        }
        try
        {
            return (ExitCode)parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception failure)
        {
            return terminal.Tell(failure, parsed.GetValue(CommonOptions.Json));
        }
    }

    private static RootCommand Root(Terminal terminal, CancellationToken stop) => new($"A laboratory for Bittensor's dynamic-TAO economy.\n{ExitCodes.Help}")
    {
        DemoVerb.Command(terminal, stop),
        RunVerb.Command(terminal, stop),
        CheckVerb.Command(terminal),
        StrategiesVerb.Command(terminal),
        ReplayVerb.Command(terminal, stop),
        BenchVerb.Command(terminal),
    };
}
