namespace Dtao.Records.Log;

/// <summary>Which topics the CLEF log holds. A line a swap costs more than the swap, so all but the narrative are for those who ask.</summary>
/// <param name="Narrative">Start and end, caps, halvings, faults, what subnets are said to pay for, and fills that are a notable share of a pool.</param>
/// <param name="Trades">Every fill.</param>
/// <param name="Decisions">Every order as it was asked, every refusal, every posting.</param>
/// <param name="Epochs">Every epoch's payout.</param>
public sealed record LogTopics(bool Narrative, bool Trades, bool Decisions, bool Epochs)
{
    /// <summary>Every posting that an agent took in, a line a hearer.</summary>
    public bool Hearings { get; init; }

    /// <summary>Every payment of an epoch, a line an account.</summary>
    public bool Payments { get; init; }

    /// <summary>Rules and ledger before the first block, so that the log alone gives the last state.</summary>
    public bool Ledger { get; init; }

    public static LogTopics None { get; } = new(Narrative: false, Trades: false, Decisions: false, Epochs: false);

    public static LogTopics NarrativeOnly { get; } = new(Narrative: true, Trades: false, Decisions: false, Epochs: false);

    public static LogTopics All { get; } = new(Narrative: true, Trades: true, Decisions: true, Epochs: true) { Hearings = true, Payments = true, Ledger = true };

    internal bool Holds(LogTopic topic) => topic switch
    {
        LogTopic.Narrative => Narrative,
        LogTopic.Trades => Trades,
        LogTopic.Decisions => Decisions,
        LogTopic.Epochs => Epochs,
        LogTopic.Hearings => Hearings,
        LogTopic.Payments => Payments,
        LogTopic.Ledger => Ledger,
        _ => false,
    };
}

internal enum LogTopic
{
    Narrative,
    Trades,
    Decisions,
    Epochs,
    Hearings,
    Payments,
    Ledger,
}
