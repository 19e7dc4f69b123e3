using System.Diagnostics;
using Dtao.Records.Events;
using Serilog.Events;

namespace Dtao.Records.Log;

/// <summary>How each fact reads.</summary>
internal sealed class Wording(AgentNames names, SimulatedTime time)
{
    private static readonly MessageTemplate Started = Line.Words("The run started with {Agents} agents on {Subnets} subnets");
    private static readonly MessageTemplate Ended = Line.Words("The run ended after {Blocks} blocks with state hash {HashHead}");
    private static readonly MessageTemplate Said = Line.Words("{Agent} posted {Topic} {Value} about SN{Netuid}");
    private static readonly MessageTemplate TookIn = Line.Words("{Agent} heard {Topic} {Value} about SN{Netuid}");
    private static readonly MessageTemplate PaidOut = Line.Words("SN{Netuid} paid {Agent} and those who delegate to it {Alpha} alpha and {Tao} TAO");
    private static readonly MessageTemplate Rules = Line.Words("The ledger goes by the rules {Rules}");
    private static readonly MessageTemplate Opening = Line.Words("Part {Part} of {Parts} of the ledger before the first block");
    private static readonly MessageTemplate Faulted = Line.Words("{Agent} faulted: {Error}");

    private readonly FillWording fills = new(names);

    public LogEvent Of(in RunEvent told, LogTopic topic) => told.Fact switch
    {
        RunStarted started => Tell(started, told),
        RunEnded ended => Tell(ended, told),
        Posted posted => Tell(posted, told, LevelOf(topic)),
        AgentFaulted faulted => Tell(faulted, told),
        ChainFact chain => ChainWording.Of(chain.Event, told, time.At(told.Block)),
        HeardPost heard => Tell(heard, told),
        Paid paid => Tell(paid, told),
        RulesGiven rules => new Line(nameof(RulesGiven), told).With("Rules", rules.Rules).Told(time.At(told.Block), LogEventLevel.Debug, Rules),
        LedgerGiven ledger => new Line(nameof(LedgerGiven), told).With("Part", (long)ledger.Part).With("Parts", (long)ledger.Parts).With("Ledger", ledger.Ledger)
            .Told(time.At(told.Block), LogEventLevel.Debug, Opening),
        Settled settled => fills.Of(settled.Outcome, told, time.At(told.Block), LevelOf(topic)),
        _ => throw new UnreachableException($"No words for {told.Fact}."),
    };

    /// <summary>The order behind an outcome, as it was asked; its cause is what prompted it.</summary>
    public LogEvent OrderOf(in RunEvent told, Settled settled)
    {
        var order = told with { Id = told.Cause, Cause = settled.Prompt };
        return OrderWording.Of(settled.Command, order, names.Of(settled.Command.Account), time.At(told.Block));
    }

    private LogEvent Tell(HeardPost heard, in RunEvent told) =>
        new Line(EventSchema.Heard, told).Of(heard.Netuid).With("Agent", names.Of(heard.By)).With("Topic", heard.Topic).With("Value", heard.Value)
            .Told(time.At(told.Block), LogEventLevel.Debug, TookIn);

    private LogEvent Tell(Paid paid, in RunEvent told)
    {
        var payment = paid.Payment;
        return new Line(nameof(Paid), told).Of(paid.Netuid).With("Agent", names.Of(payment.Account))
            .With("Alpha", (payment.Incentive + payment.Dividends + payment.OwnerCut).Tokens).With("Tao", payment.RootDividends.Tokens)
            .Some("incentive_rao", payment.Incentive.Rao).Some("dividends_rao", payment.Dividends.Rao).Some("owner_cut_rao", payment.OwnerCut.Rao)
            .Some("root_dividends_rao", payment.RootDividends.Rao).Told(time.At(told.Block), LogEventLevel.Debug, PaidOut);
    }

    private static LogEventLevel LevelOf(LogTopic topic) => topic == LogTopic.Narrative ? LogEventLevel.Information : LogEventLevel.Debug;

    private LogEvent Tell(RunStarted started, in RunEvent told) =>
        new Line(nameof(RunStarted), told).With("Schema", (long)EventSchema.Version).With("Agents", (long)started.Agents).With("Subnets", (long)started.Subnets).With("HashHead", started.HashHead)
            .Told(time.At(told.Block), LogEventLevel.Information, Started);

    private LogEvent Tell(RunEnded ended, in RunEvent told) =>
        new Line(nameof(RunEnded), told).With("Blocks", ended.Blocks).With("HashHead", ended.HashHead)
            .With("Events", ended.Counts.Events).With("Orders", ended.Counts.Orders).With("Hearings", ended.Counts.Hearings).With("Payments", ended.Counts.Payments)
            .Told(time.At(told.Block), LogEventLevel.Information, Ended);

    private LogEvent Tell(Posted posted, in RunEvent told, LogEventLevel level)
    {
        var line = new Line(nameof(Posted), told).Of(posted.Netuid).With("Agent", names.Of(posted.By)).With("Topic", posted.Topic).With("Value", posted.Value);
        if (posted.Of is { } about) line.With("About", names.Of(about));
        return line.Told(time.At(told.Block), level, Said);
    }

    private LogEvent Tell(AgentFaulted faulted, in RunEvent told) =>
        new Line(nameof(AgentFaulted), told).With("Agent", names.Of(faulted.Account)).With("Error", faulted.Error)
            .Told(time.At(told.Block), LogEventLevel.Error, Faulted);
}
