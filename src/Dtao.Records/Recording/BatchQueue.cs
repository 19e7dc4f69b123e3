using Dtao.Records.Events;

namespace Dtao.Records.Recording;

/// <summary>
/// A bounded channel between one lane and one writer. It is bounded by events, since a block has none or a hundred thousand,
/// and it drops nothing: the lane waits.
/// </summary>
/// <remarks>A thread that sleeps costs the other a call to the kernel to wake it, so the writer sleeps until a part of the queue is full.</remarks>
internal sealed class BatchQueue(int mostEvents)
{
    /// <summary>The part of the queue for which a sleeping writer is woken.</summary>
    private const int WokenFor = 16;

    private readonly Queue<(BlockBatch Batch, int Weight)> batches = [];
    private readonly object key = new();
    private Exception? failure;
    private bool closed, writerSleeps, laneWaits;
    private long waiting;

    /// <summary>Why the writer gave up; null while it works.</summary>
    public Exception? Failure
    {
        get
        {
            lock (key) return failure;
        }
    }

    /// <summary>Waits until there is room. A failed writer takes nothing more, and nobody waits for it.</summary>
    /// <returns>Whether the writer will take it.</returns>
    public bool Put(BlockBatch batch)
    {
        var weight = WeightOf(batch);
        lock (key)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            while (failure is null && waiting > 0 && waiting + weight > mostEvents) WaitForRoom();
            if (failure is not null) return false;
            batches.Enqueue((batch, weight));
            waiting += weight;
            if (writerSleeps && waiting * WokenFor >= mostEvents) Monitor.PulseAll(key);
            return true;
        }
    }

    /// <summary>The next batch; null when the queue is closed and empty.</summary>
    public BlockBatch? Take()
    {
        lock (key)
        {
            if (batches.Count == 0) WaitForBatches();
            if (batches.Count == 0) return null;
            var (batch, weight) = batches.Dequeue();
            waiting -= weight;
            if (laneWaits) Monitor.PulseAll(key);
            return batch;
        }
    }

    /// <summary>No more will come.</summary>
    public void Close()
    {
        lock (key)
        {
            closed = true;
            Monitor.PulseAll(key);
        }
    }

    /// <summary>The writer gave up.</summary>
    public void Fail(Exception why)
    {
        lock (key)
        {
            failure = why;
            batches.Clear();
            Monitor.PulseAll(key);
        }
    }

    private void WaitForRoom()
    {
        laneWaits = true;
        Monitor.PulseAll(key);
        Monitor.Wait(key);
        laneWaits = false;
    }

    private void WaitForBatches()
    {
        writerSleeps = true;
        while (!closed && (batches.Count == 0 || (!laneWaits && waiting * WokenFor < mostEvents))) Monitor.Wait(key);
        writerSleeps = false;
    }

    /// <summary>A quiet block weighs something too, so that the queue cannot grow without end.</summary>
    private static int WeightOf(BlockBatch batch) => 1 + (batch.Events.IsDefault ? 0 : batch.Events.Length);
}
