using System.CommandLine;
using Dtao.Cli.Screen;
using Dtao.Records.Events;
using Dtao.Records.Tracing;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao why RUN EVENT</c>: what brought an event about, link by link up to the first one, and what it brought about.</summary>
internal sealed class WhyVerb(Terminal terminal, ParseResult parsed)
{
    private static readonly Argument<string> Run = new("RUN") { Description = "A run folder." };
    private static readonly Argument<string> Event = new("EVENT") { Description = "An id as the run's tables and log have it: e41 an event, o39 an order, h7 a hearing, p12 a payment; or d5, something that was detected." };
    private static readonly Option<int> Most = new("--most") { Description = "Most causes to show, and most effects.", HelpName = "N", DefaultValueFactory = _ => 20 };

    public static Command Command(Terminal terminal)
    {
        var command = new Command("why", "Tells what brought an event about and what it brought about.") { Run, Event, Most, CommonOptions.Json };
        command.SetAction(parsed => (int)new WhyVerb(terminal, parsed).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        var (folder, text, most) = (parsed.GetValue(Run)!, parsed.GetValue(Event)!, parsed.GetValue(Most));
        if (most is < 1 or > 10_000) throw new UsageError("--most must be from 1 to 10,000.");
        var isDetection = TracedDetection.IsId(text);
        if (!EventId.TryParse(text, out var id) && !isDetection) throw new UsageError($"{text} is no id: write e41 for an event, o39 for an order, h7 for a hearing, p12 for a payment, d5 for something detected.");
        var run = RunArgument.Open(folder, terminal);
        using var trace = new RunTrace(run, terminal.Note);
        if (isDetection) return Tell(TracedDetection.Of(run, text) ?? throw new UsageError($"{folder} has no {text}: query RUN @what-was-detected lists what was detected, which is told of a finished run."), trace, most);
        var told = trace.Find(id) ?? throw new UsageError($"{folder} has no {id}{Hint(id)}.");
        var chain = CausalChain.Of(trace, told, most);
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(CausalJson.Of(chain));
        else CausalText.Show(terminal, chain);
        return ExitCode.Done;
    }

    /// <summary>What was found has no cause of its own; it rests on what happened, and each of that has.</summary>
    private ExitCode Tell(TracedDetection detection, RunTrace trace, int most)
    {
        TracedEvent[] restsOn = [.. detection.RestsOn.Take(most).Select(trace.Find).OfType<TracedEvent>()];
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(CausalJson.Of(detection, restsOn));
        else CausalText.Show(terminal, detection, restsOn);
        return ExitCode.Done;
    }

    private static string Hint(EventId id) => id.Kind switch
    {
        IdKind.Hearing => "; hearings are on record with record.topics = [hearings]",
        IdKind.Payment => "; payments are on record with record.topics = [payments]",
        IdKind.State => "; the opening ledger is on record with record.topics = [ledger]",
        _ => "",
    };
}
