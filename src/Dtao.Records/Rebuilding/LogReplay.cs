using System.Globalization;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Reading;

namespace Dtao.Records.Rebuilding;

/// <summary>
/// The last state of a run from its full log alone: the ledger that the log begins with settles every order in it once more, and the chain does
/// its own part. Every id is counted, every outcome and epoch is held against what the log says of it, so that no line can be missing.
/// </summary>
public sealed class LogReplay
{
    private readonly LoggedState state = new();
    private readonly IdCount ids = new();
    private readonly Queue<LedgerEvent> awaited = [];
    private Ledger? ledger;
    private (EventId Id, Outcome Outcome)? settled;
    private ClefEvent? end;
    private bool isOpen;

    private LogReplay() { }

    /// <exception cref="InvalidDataException">The log is not whole, or says what the ledger does not do.</exception>
    public static ReplayedLog Of(IEnumerable<ClefEvent> log)
    {
        var replay = new LogReplay();
        foreach (var line in log) replay.Take(line);
        return replay.End();
    }

    private void Take(ClefEvent line)
    {
        if (end is not null) throw Wrong(line, "comes after the end of the run");
        ids.Take(line.Id);
        if (line.Id.Kind == IdKind.State) state.Take(line);
        else if (line.Kind == nameof(RunStarted)) Start(line);
        else if (ledger is null) throw Wrong(line, "comes before the start of the run");
        else if (line.Kind == nameof(RunEnded)) Finish(line);
        else Happened(line);
    }

    private void Start(ClefEvent line)
    {
        ledger = state.Open();
        Compare(line, "HashHead", ledger.HashHead);
        OpenUpTo(line.Block);
    }

    private void Happened(ClefEvent line)
    {
        OpenUpTo(line.Block);
        if (settled is { } order) End(order, line);
        else if (line.Kind == EventSchema.Ordered) settled = (line.Id, ledger!.Settle(LoggedOrder.Of(line.Properties)));
        else if (line.Kind is nameof(EpochDrained) or nameof(CapBegan) or nameof(CapEnded) or nameof(EmissionHalved) or nameof(RulesSwitched)) ChainDid(line);
        else if (line.Kind is not (nameof(Posted) or nameof(AgentFaulted) or EventSchema.Heard or nameof(Paid))) throw Wrong(line, "is the end of no order");
    }

    /// <summary>The next line after an order's is its end.</summary>
    private void End((EventId Id, Outcome Outcome) order, ClefEvent line)
    {
        if (line.Cause != order.Id || line.Kind != order.Outcome.GetType().Name)
            throw Wrong(line, $"is not what the ledger makes of {order.Id}: {order.Outcome.GetType().Name}");
        if (order.Outcome is Staked bought) Compare(line, "alpha_rao", Rao(bought.Received.Rao));
        if (order.Outcome is Unstaked sold) Compare(line, "tao_rao", Rao(sold.Received.Rao));
        settled = null;
    }

    private void ChainDid(ClefEvent line)
    {
        if (!awaited.TryDequeue(out var happened) || happened.GetType().Name != line.Kind) throw Wrong(line, "is not what the chain does in that block");
        if (happened is not EpochDrained epoch) return;
        Compare(line, "incentive_rao", Rao(epoch.Incentive.Rao));
        Compare(line, "dividends_rao", Rao(epoch.Dividends.Rao));
        Compare(line, "root_dividends_rao", Rao(epoch.RootDividends.Rao));
    }

    private void Finish(ClefEvent line)
    {
        OpenUpTo(line.Block);
        CloseBlock(line.Block, isLast: true);
        Compare(line, "HashHead", ledger!.HashHead);
        ids.AreAll(line);
        end = line;
    }

    private ReplayedLog End() => end is not null ? new ReplayedLog(ledger!, end.Block, ledger!.HashHead) : throw new InvalidDataException("The log ends before the run does.");

    /// <summary>Closes what is open and lets the chain take every step up to a block.</summary>
    private void OpenUpTo(Block block)
    {
        while (ledger!.State.Block < block)
        {
            if (isOpen) CloseBlock(ledger.State.Block, isLast: false);
            foreach (var happened in ledger.OpenBlock(ledger.State.Block + 1)) awaited.Enqueue(happened);
            isOpen = true;
        }
    }

    private void CloseBlock(Block block, bool isLast)
    {
        if (settled is { } order) throw new InvalidDataException($"The log does not say how {order.Id} ended.");
        if (awaited.Count > 0) throw new InvalidDataException($"The log does not tell of {awaited.Peek().GetType().Name} in block {block}.");
        ledger!.CloseBlock();
        if (isLast) ledger.Audit();
    }

    private static void Compare(ClefEvent line, string field, string replayed)
    {
        if (!line.Properties.TryGetProperty(field, out var told) || told.GetString() != replayed) throw Wrong(line, $"has another {field} than the ledger: {replayed}");
    }

    private static string Rao(ulong rao) => rao.ToString(CultureInfo.InvariantCulture);

    private static InvalidDataException Wrong(ClefEvent line, string what) => new($"{line.Id}, {line.Kind} in block {line.Block}, {what}.");
}

/// <param name="HashHead">Head of the state-hash chain, which is the one that the log ends with.</param>
public sealed record ReplayedLog(Ledger Ledger, Block LastBlock, string HashHead);
