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
        var parsed = Root(arguments.FirstOrDefault(), terminal, parts ?? new RunParts(), stop).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            var wrong = new UsageError(string.Join('\n', parsed.Errors.Select(ParseWords.Of).Append("Try dtao --help.")));
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

    /// <summary>Whether a verb runs simulations, or starts those who do.</summary>
    internal static bool Simulates(string? verb) => Verbs.Any(known => known.Name == verb && known.Simulates);

    /// <summary>Every verb by its name, in the order of the help.</summary>
    private static readonly (string Name, bool Simulates, Func<Terminal, RunParts, CancellationToken, Command> Make)[] Verbs =
    [
        ("demo", Simulates: true, (terminal, parts, stop) => DemoVerb.Command(terminal, parts, stop)),
        ("run", Simulates: true, (terminal, parts, stop) => RunVerb.Command(terminal, parts, stop)),
        ("check", Simulates: false, (terminal, parts, stop) => CheckVerb.Command(terminal, parts)),
        ("explain", Simulates: false, (terminal, parts, stop) => ExplainVerb.Command(terminal, parts)),
        ("config", Simulates: false, (terminal, parts, stop) => ConfigVerb.Command(terminal, parts)),
        ("strategies", Simulates: false, (terminal, parts, stop) => StrategiesVerb.Command(terminal, parts)),
        ("new", Simulates: false, (terminal, parts, stop) => NewVerb.Command(terminal)),
        ("replay", Simulates: true, (terminal, parts, stop) => ReplayVerb.Command(terminal, parts, stop)),
        ("why", Simulates: false, (terminal, parts, stop) => WhyVerb.Command(terminal)),
        ("log", Simulates: false, (terminal, parts, stop) => LogVerb.Command(terminal, stop)),
        ("report", Simulates: false, (terminal, parts, stop) => ReportVerb.Command(terminal)),
        ("story", Simulates: false, (terminal, parts, stop) => StoryVerb.Command(terminal)),
        ("agent", Simulates: false, (terminal, parts, stop) => AgentVerb.Command(terminal)),
        ("scorecard", Simulates: false, (terminal, parts, stop) => ScorecardVerb.Command(terminal)),
        ("compare", Simulates: false, (terminal, parts, stop) => CompareVerb.Command(terminal, parts)),
        ("validate", Simulates: false, (terminal, parts, stop) => ValidateVerb.Command(terminal)),
        ("episode", Simulates: false, (terminal, parts, stop) => EpisodeVerb.Command(terminal)),
        ("query", Simulates: false, (terminal, parts, stop) => QueryVerb.Command(terminal, stop)),
        ("measure", Simulates: false, (terminal, parts, stop) => MeasureVerb.Command(terminal)),
        ("search", Simulates: true, (terminal, parts, stop) => SearchVerb.Command(terminal, parts, stop)),
        ("what-if", Simulates: true, (terminal, parts, stop) => WhatIfVerb.Command(terminal, parts, stop)),
        ("sweep", Simulates: true, (terminal, parts, stop) => SweepVerb.Command(terminal, parts, stop)),
        ("resume", Simulates: true, (terminal, parts, stop) => ResumeVerb.Command(terminal, parts, stop)),
        ("status", Simulates: false, (terminal, parts, stop) => StatusVerb.Command(terminal)),
        ("worker", Simulates: true, (terminal, parts, stop) => WorkerVerb.Command(parts)),
        ("task", Simulates: true, (terminal, parts, stop) => TaskVerb.Command()),
        ("bench", Simulates: true, (terminal, parts, stop) => BenchVerb.Command(terminal, parts)),
    ];

    /// <summary>The verb that is asked for alone, since making all of them takes longer than a short answer; all of them for who asks for none.</summary>
    private static RootCommand Root(string? verb, Terminal terminal, RunParts parts, CancellationToken stop)
    {
        var root = new RootCommand($"A laboratory for Bittensor's dynamic-TAO economy.\n{ExitCodes.Help}");
        var wanted = Verbs.Where(known => known.Name == verb).ToArray();
        foreach (var known in wanted.Length > 0 ? wanted : Verbs) root.Subcommands.Add(known.Make(terminal, parts, stop));
        return root;
    }
}
