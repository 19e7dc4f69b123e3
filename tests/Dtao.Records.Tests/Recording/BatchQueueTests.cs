using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Recording;

namespace Dtao.Records.Tests.Recording;

public sealed class BatchQueueTests
{
    [Theory] // of no event, of a few, of more than the queue holds
    [InlineData(100, 5_000, 0)]
    [InlineData(100, 5_000, 7)]
    [InlineData(100, 50, 300)]
    [InlineData(1_000_000, 50, 3)]
    public async Task The_writer_gets_every_batch_in_order_however_few_wait(int mostEvents, int batches, int events)
    {
        var queue = new BatchQueue(mostEvents);
        var written = Task.Run(() => TakeAll(queue));
        for (var height = 1; height <= batches; height++) Assert.True(queue.Put(Batch(height, height % 2 == 0 ? events : 0)));
        queue.Close();
        Assert.Equal(Enumerable.Range(1, batches).Select(height => (long)height), await written);
    }

    [Fact]
    public void A_lane_that_waits_for_a_writer_that_gives_up_goes_on_and_is_told()
    {
        var queue = new BatchQueue(mostEvents: 10);
        Assert.True(queue.Put(Batch(1, events: 9)));
        var writer = new Thread(() => queue.Fail(new IOException("full")));
        writer.Start();
        while (queue.Put(Batch(2, events: 9))) queue.Take();
        writer.Join();
        Assert.IsType<IOException>(queue.Failure);
    }

    private static List<long> TakeAll(BatchQueue queue)
    {
        var heights = new List<long>();
        while (queue.Take() is { } batch) heights.Add(batch.Block.Height);
        return heights;
    }

    private static BlockBatch Batch(long height, int events) =>
        new(new Block(height), [.. Enumerable.Range(1, events).Select(number => RunEvent.First(EventId.Event(number), new Block(height), new RunEnded(height, "")))]);
}
