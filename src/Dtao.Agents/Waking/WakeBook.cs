using System.Collections.Immutable;
using Dtao.Agents.Conversation;
using Dtao.Protocol.Memory;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Waking;

/// <summary>Who is to be woken, and when. A request replaces what stood before; an empty one leaves it standing.</summary>
public sealed class WakeBook(int seats)
{
    [Flags]
    private enum Waits : byte
    {
        Nothing = 0,
        Fill = 1,
        Income = 2,
        NewSubnet = 4,
    }

    private const int RowsAhead = 8;

    private readonly TimingWheel wheel = new();
    private readonly PriceAlerts alerts = new();
    private readonly SortedDictionary<NetUid, List<EpochWait>> epochs = [];
    private readonly Dictionary<NetUid, Block> lastEpochs = [];
    private readonly Standing[] standing = new Standing[seats];
    private readonly List<Appointment> due = [];
    private readonly List<Alert> met = [];
    private readonly SeatSet woken = new(seats);

    private int pruneAt = 4 * seats + 1024;

    public bool WaitsForPrices => alerts.Count > 0;

    /// <summary>Takes what a block's intents asked for.</summary>
    public void Take(ReadOnlySpan<WakeRequest> requests, Block now)
    {
        for (var i = 0; i < requests.Length; i++)
        {
            if (i + RowsAhead < requests.Length) CacheLines.Fetch(in standing[requests[i + RowsAhead].Seat]);
            ref readonly var request = ref requests[i];
            if (request.Silenced) Silence(request.Seat);
            else Request(request.Seat, now, request.Conditions);
        }
    }

    /// <summary>Puts a seat's conditions in place of those it had.</summary>
    public void Request(int seat, Block now, ImmutableArray<WakeCondition> conditions)
    {
        if (conditions.IsEmpty) return;
        Silence(seat);
        foreach (ref readonly var condition in conditions.AsSpan()) Stand(seat, now, condition);
        if (alerts.Count > pruneAt) PruneAlerts();
    }

    /// <summary>Drops all of a seat's conditions.</summary>
    private void Silence(int seat)
    {
        ref var stands = ref standing[seat];
        stands = new Standing(stands.Generation + 1);
    }

    /// <summary>Turns what a closed block did into appointments for the next.</summary>
    public void Note(BlockClosed closed, ImmutableArray<Listener> listeners)
    {
        var next = closed.Block + 1;
        foreach (var (seat, topic) in listeners)
            if ((standing[seat].Topics & When.MaskOf(topic)) != 0)
                wheel.Add(new Appointment(next, seat, standing[seat].Generation, Period: 0));
        WakeWaiting(closed.Signals.Filled, Waits.Fill, next);
        WakeWaiting(closed.Signals.Paid, Waits.Income, next);
        if (closed.Signals.NewSubnet) WakeWaiting(Enumerable.Range(0, standing.Length).ToArray(), Waits.NewSubnet, next);
        for (var i = 0; i < closed.Signals.Epochs.Count; i++) NoteEpoch(closed.Signals.Epochs[i], next);
        alerts.TakeMet(closed.Prices, met);
        foreach (var alert in met) wheel.Add(new Appointment(next, alert.Seat, alert.Generation, Period: 0));
        met.Clear();
    }

    /// <summary>The seats due at a block, each once, in their order: neighbours in memory are told one after another.</summary>
    public ImmutableArray<int> Wakers(Block block)
    {
        wheel.TakeDue(block, due);
        for (var i = 0; i < due.Count; i++)
        {
            if (i + RowsAhead < due.Count) CacheLines.Fetch(in standing[due[i + RowsAhead].Seat]);
            var appointment = due[i];
            if (appointment.Generation != standing[appointment.Seat].Generation) continue;
            if (appointment.Period > 0) wheel.Add(appointment with { Due = block + appointment.Period });
            woken.Add(appointment.Seat);
        }
        due.Clear();
        return woken.TakeAll();
    }

    private void Stand(int seat, Block now, in WakeCondition condition)
    {
        ref var stands = ref standing[seat];
        switch (condition.Kind)
        {
            case WakeKind.At: wheel.Add(new Appointment(new Block(Math.Max(condition.Blocks, now.Height + 1)), seat, stands.Generation, Period: 0)); break;
            case WakeKind.Every: wheel.Add(new Appointment(now + Math.Max(1, condition.Blocks), seat, stands.Generation, Math.Max(1, condition.Blocks))); break;
            case WakeKind.PriceAbove: alerts.WaitAbove(condition.Netuid, condition.Price, seat, stands.Generation); break;
            case WakeKind.PriceBelow: alerts.WaitBelow(condition.Netuid, condition.Price, seat, stands.Generation); break;
            case WakeKind.OnEpoch: AwaitEpoch(new EpochWait(seat, stands.Generation, condition.Blocks), condition.Netuid, now); break;
            case WakeKind.OnPost: stands.Topics |= condition.Blocks; break;
            case WakeKind.OnFill: stands.Waits |= Waits.Fill; break;
            case WakeKind.OnIncome: stands.Waits |= Waits.Income; break;
            case WakeKind.OnNewSubnet: stands.Waits |= Waits.NewSubnet; break;
            default: throw new System.Diagnostics.UnreachableException($"No rule for {condition.Kind}.");
        }
    }

    private void PruneAlerts()
    {
        alerts.Prune(alert => alert.Generation != standing[alert.Seat].Generation);
        pruneAt = Math.Max(pruneAt, 2 * alerts.Count);
    }

    private void WakeWaiting(IReadOnlyList<int> candidates, Waits kind, Block block)
    {
        foreach (var seat in candidates.AsSpan())
            if ((standing[seat].Waits & kind) != Waits.Nothing)
                wheel.Add(new Appointment(block, seat, standing[seat].Generation, Period: 0));
    }

    /// <remarks>Who was woken in between asks anew; what it was to be woken for after the last epoch may still lie ahead.</remarks>
    private void AwaitEpoch(EpochWait wait, NetUid netuid, Block now)
    {
        EpochWaits(netuid).Add(wait);
        if (lastEpochs.TryGetValue(netuid, out var last) && last + 1 + wait.Offset > now) Appoint(wait, last + 1);
    }

    private void NoteEpoch(NetUid netuid, Block next)
    {
        lastEpochs[netuid] = next + -1;
        if (!epochs.TryGetValue(netuid, out var waiting)) return;
        waiting.RemoveAll(wait => wait.Generation != standing[wait.Seat].Generation);
        foreach (var wait in waiting) Appoint(wait, next);
    }

    private void Appoint(EpochWait wait, Block next) => wheel.Add(new Appointment(next + wait.Offset, wait.Seat, wait.Generation, Period: 0));

    private List<EpochWait> EpochWaits(NetUid netuid)
    {
        if (!epochs.TryGetValue(netuid, out var waiting)) epochs[netuid] = waiting = [];
        return waiting;
    }

    private readonly record struct EpochWait(int Seat, int Generation, long Offset);

    /// <summary>What a seat waits for, but for blocks, epochs and prices. One row a seat: a wake touches all of it.</summary>
    /// <param name="Generation">How often it has asked; what it asked for before that no longer counts.</param>
    /// <param name="Topics">Those whose posts wake it, a bit each.</param>
    private record struct Standing(int Generation, Waits Waits = Waits.Nothing, long Topics = 0);
}
