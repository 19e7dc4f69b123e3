using Dtao.Agents.Conversation;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Waking;

/// <summary>Who waits for a price. Level-triggered on closed prices; an alert is gone once it has woken its seat.</summary>
public sealed class PriceAlerts
{
    private readonly Dictionary<NetUid, PriorityQueue<Alert, double>> below = [], above = [];

    private int waiting;

    public int Count => waiting;

    public void WaitBelow(NetUid netuid, double price, int seat, int generation) => Add(below, netuid, price, seat, generation, priority: -price);

    public void WaitAbove(NetUid netuid, double price, int seat, int generation) => Add(above, netuid, price, seat, generation, priority: price);

    /// <summary>Takes the alerts that the prices have met; stale ones are for the caller to tell by their generation.</summary>
    public void TakeMet(IReadOnlyList<SubnetPrice> prices, List<Alert> met)
    {
        foreach (var (netuid, price) in prices)
        {
            if (below.TryGetValue(netuid, out var low))
                while (low.TryPeek(out var alert, out _) && price < alert.Price) Take(low, met);
            if (above.TryGetValue(netuid, out var high))
                while (high.TryPeek(out var alert, out _) && price > alert.Price) Take(high, met);
        }
    }

    /// <summary>Forgets the alerts of requests that have been replaced.</summary>
    public void Prune(Predicate<Alert> isStale)
    {
        foreach (var queue in below.Values.Concat(above.Values))
        {
            var kept = queue.UnorderedItems.Where(item => !isStale(item.Element)).ToArray();
            waiting -= queue.Count - kept.Length;
            queue.Clear();
            queue.EnqueueRange(kept);
        }
    }

    private void Take(PriorityQueue<Alert, double> queue, List<Alert> met)
    {
        met.Add(queue.Dequeue());
        waiting--;
    }

    private void Add(Dictionary<NetUid, PriorityQueue<Alert, double>> side, NetUid netuid, double price, int seat, int generation, double priority)
    {
        if (!side.TryGetValue(netuid, out var queue)) side[netuid] = queue = new();
        queue.Enqueue(new Alert(seat, generation, price), priority);
        waiting++;
    }
}

public readonly record struct Alert(int Seat, int Generation, double Price);
