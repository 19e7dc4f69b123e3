using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Tests;

/// <summary>Blocks full of one and the same fill, more than any buffer holds.</summary>
internal static class ManyTrades
{
    public static IEnumerable<BlockBatch> In(int blocks, int each = 1_000) => Enumerable.Range(1, blocks).Select(i => Block(i, each));

    private static BlockBatch Block(int number, int each)
    {
        var (account, block) = (new AccountId(2), Some.FirstBlock + number);
        var command = new Stake(account, Some.Apex, account, Tao.Of(1));
        var filled = new Settled(command, new Staked(account, Some.Apex, account, Tao.Of(1), new Tao(50_000), Alpha.Of(9.99m), 1, Partial: false));
        return new BlockBatch(block, [.. Enumerable.Range(1, each).Select(i => End(block, (number - 1) * each + i, filled))]);
    }

    private static RunEvent End(Block block, int number, Settled settled) => RunEvent.EndOf(EventId.Order(number), EventId.Event(number), block, settled);
}
