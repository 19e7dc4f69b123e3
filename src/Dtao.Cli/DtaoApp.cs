using System.CommandLine;
using Dtao.Cli.Screen;
using Dtao.Cli.Verbs;
using Dtao.Strategies.Catalogue;

namespace Dtao.Cli;

/// <summary>The command line: verbs, and one exit code for whatever happens.</summary>
public static class DtaoApp
{
    /// <param name="catalogue">What cohorts can name; null for the strategies of this program.</param>
    public static ExitCode Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken stop, StrategyCatalogue? catalogue = null)
    {
        var parsed = Root(terminal, catalogue ?? StrategyCatalogue.BuiltIn(), stop).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            var wrong = new UsageError(string.Join('\n', parsed.Errors.Select(error => error.Message).Append("Try dtao --help.")));
            return terminal.Tell(wrong, arguments.Contains("--json"));
        }
        try
        {
            return (ExitCode)parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Data, Error = terminal.Notices });
        }
        catch (Exception failure)
        {
            return terminal.Tell(failure, parsed.GetValue(CommonOptions.Json));
        }
    }

    private static RootCommand Root(Terminal terminal, StrategyCatalogue catalogue, CancellationToken stop) => new($"A laboratory for Bittensor's dynamic-TAO economy.\n{ExitCodes.Help}")
    {
        DemoVerb.Command(terminal, catalogue, stop),
        RunVerb.Command(terminal, catalogue, stop),
        CheckVerb.Command(terminal, catalogue),
        StrategiesVerb.Command(terminal, catalogue),
        ReplayVerb.Command(terminal, catalogue, stop),
        BenchVerb.Command(terminal),
    };
}
