using Dtao.Agents.Conversation;
using Dtao.Protocol.Units;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Waking;

/// <summary>Who waits for a price. Level-triggered on closed prices; an alert is gone once it has woken its seat.</summary>
/// <remarks>Of each subnet the nearest bounds stand in a row of their own: in most blocks no price has met one, and nothing else is looked at.</remarks>
public sealed class PriceAlerts
{
    private readonly BySubnet<PriorityQueue<Alert, double>?> below = new(null), above = new(null);
    private readonly BySubnet<Bounds> nearest = new(Bounds.None);

    private int waiting;

    public int Count => waiting;

    public void WaitBelow(NetUid netuid, double price, int seat, int generation)
    {
        Add(below, netuid, new Alert(seat, generation, price), priority: -price);
        ref var bounds = ref nearest[netuid];
        bounds = bounds with { Below = Math.Max(bounds.Below, price) };
    }

    public void WaitAbove(NetUid netuid, double price, int seat, int generation)
    {
        Add(above, netuid, new Alert(seat, generation, price), priority: price);
        ref var bounds = ref nearest[netuid];
        bounds = bounds with { Above = Math.Min(bounds.Above, price) };
    }

    /// <summary>Takes the alerts that the prices have met; stale ones are for the caller to tell by their generation.</summary>
    public void TakeMet(IReadOnlyList<SubnetPrice> prices, List<Alert> met)
    {
        foreach (var (netuid, price) in prices.AsSpan())
        {
            var bounds = nearest[netuid];
            if (price < bounds.Below || price > bounds.Above) TakeMet(netuid, price, met);
        }
    }

    /// <summary>Forgets the alerts of requests that have been replaced.</summary>
    public void Prune(Predicate<Alert> isStale)
    {
        foreach (var queue in below.All) Prune(queue, isStale);
        foreach (var queue in above.All) Prune(queue, isStale);
        for (var netuid = 0; netuid < nearest.All.Length; netuid++) Look(new NetUid((ushort)netuid));
    }

    private void TakeMet(NetUid netuid, double price, List<Alert> met)
    {
        if (below[netuid] is { } low)
            while (low.TryPeek(out var alert, out _) && price < alert.Price) Take(low, met);
        if (above[netuid] is { } high)
            while (high.TryPeek(out var alert, out _) && price > alert.Price) Take(high, met);
        Look(netuid);
    }

    private void Look(NetUid netuid) => nearest[netuid] = new Bounds(
        below[netuid] is { } low && low.TryPeek(out var highest, out _) ? highest.Price : Bounds.None.Below,
        above[netuid] is { } high && high.TryPeek(out var lowest, out _) ? lowest.Price : Bounds.None.Above);

    private void Prune(PriorityQueue<Alert, double>? queue, Predicate<Alert> isStale)
    {
        if (queue is null) return;
        var kept = queue.UnorderedItems.Where(item => !isStale(item.Element)).ToArray();
        waiting -= queue.Count - kept.Length;
        queue.Clear();
        queue.EnqueueRange(kept);
    }

    private void Take(PriorityQueue<Alert, double> queue, List<Alert> met)
    {
        met.Add(queue.Dequeue());
        waiting--;
    }

    private void Add(BySubnet<PriorityQueue<Alert, double>?> side, NetUid netuid, Alert alert, double priority)
    {
        (side[netuid] ??= new()).Enqueue(alert, priority);
        waiting++;
    }

    /// <summary>The highest price that somebody waits to be undercut, and the lowest that somebody waits to be passed.</summary>
    private readonly record struct Bounds(double Below, double Above)
    {
        public static Bounds None { get; } = new(double.NegativeInfinity, double.PositiveInfinity);
    }
}

public readonly record struct Alert(int Seat, int Generation, double Price);
