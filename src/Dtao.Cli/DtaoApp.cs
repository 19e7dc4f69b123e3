using System.CommandLine;
using Dtao.Cli.Screen;
using Dtao.Cli.Verbs;

namespace Dtao.Cli;

/// <summary>The command line: verbs, and one exit code for whatever happens.</summary>
public static class DtaoApp
{
    /// <param name="parts">What runs are put together from; null for what this program has.</param>
    public static ExitCode Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken stop, RunParts? parts = null)
    {
        // A word that begins with @ names a saved query, not a file with more words.
        var parsed = Root(terminal, parts ?? new RunParts(), stop).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            var wrong = new UsageError(string.Join('\n', parsed.Errors.Select(error => error.Message).Append("Try dtao --help.")));
            return terminal.Tell(wrong, Telling.Of(parsed) with { Json = arguments.Contains("--json") });
        }
        try
        {
            return (ExitCode)parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Data, Error = terminal.Notices });
        }
        catch (Exception failure)
        {
            return terminal.Tell(failure, Telling.Of(parsed));
        }
    }

    private static RootCommand Root(Terminal terminal, RunParts parts, CancellationToken stop) => new($"A laboratory for Bittensor's dynamic-TAO economy.\n{ExitCodes.Help}")
    {
        DemoVerb.Command(terminal, parts, stop),
        RunVerb.Command(terminal, parts, stop),
        CheckVerb.Command(terminal, parts),
        ExplainVerb.Command(terminal, parts),
        ConfigVerb.Command(terminal, parts),
        StrategiesVerb.Command(terminal, parts),
        NewVerb.Command(terminal),
        ReplayVerb.Command(terminal, parts, stop),
        WhyVerb.Command(terminal),
        LogVerb.Command(terminal, stop),
        ReportVerb.Command(terminal),
        StoryVerb.Command(terminal),
        AgentVerb.Command(terminal),
        ScorecardVerb.Command(terminal),
        CompareVerb.Command(terminal, parts),
        ValidateVerb.Command(terminal),
        EpisodeVerb.Command(terminal),
        QueryVerb.Command(terminal, stop),
        MeasureVerb.Command(terminal),
        SearchVerb.Command(terminal, parts, stop),
        WhatIfVerb.Command(terminal, parts, stop),
        SweepVerb.Command(terminal, parts, stop),
        ResumeVerb.Command(terminal, parts, stop),
        StatusVerb.Command(terminal),
        WorkerVerb.Command(parts),
        TaskVerb.Command(),
        BenchVerb.Command(terminal, parts),
    };
}
