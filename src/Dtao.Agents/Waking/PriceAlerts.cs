using System.Collections.Immutable;
using Dtao.Agents.Conversation;
using Dtao.Protocol.Units;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Waking;

/// <summary>Who waits for a price. Level-triggered on closed prices; an alert is gone once it has woken its seat.</summary>
public sealed class PriceAlerts
{
    private readonly BySubnet<PriorityQueue<Alert, double>?> below = new(null), above = new(null);

    private int waiting;

    public int Count => waiting;

    public void WaitBelow(NetUid netuid, double price, int seat, int generation) => Add(below, netuid, price, seat, generation, priority: -price);

    public void WaitAbove(NetUid netuid, double price, int seat, int generation) => Add(above, netuid, price, seat, generation, priority: price);

    /// <summary>Takes the alerts that the prices have met; stale ones are for the caller to tell by their generation.</summary>
    public void TakeMet(ImmutableArray<SubnetPrice> prices, List<Alert> met)
    {
        foreach (var (netuid, price) in prices)
        {
            if (below[netuid] is { } low)
                while (low.TryPeek(out var alert, out _) && price < alert.Price) Take(low, met);
            if (above[netuid] is { } high)
                while (high.TryPeek(out var alert, out _) && price > alert.Price) Take(high, met);
        }
    }

    /// <summary>Forgets the alerts of requests that have been replaced.</summary>
    public void Prune(Predicate<Alert> isStale)
    {
        foreach (var queue in below.All) Prune(queue, isStale);
        foreach (var queue in above.All) Prune(queue, isStale);
    }

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

    private void Add(BySubnet<PriorityQueue<Alert, double>?> side, NetUid netuid, double price, int seat, int generation, double priority)
    {
        (side[netuid] ??= new()).Enqueue(new Alert(seat, generation, price), priority);
        waiting++;
    }
}

public readonly record struct Alert(int Seat, int Generation, double Price);
