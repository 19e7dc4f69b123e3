using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Log;
using Dtao.Records.Reading;
using Dtao.Records.Recording;

namespace Dtao.Records.Tests.Database;

/// <summary>An account buys for 7 TAO, puts 5 on root and takes 3 off it again.</summary>
public sealed class Trade_on_root : IDisposable
{
    private static readonly AccountId Trader = new(2);

    private readonly TemporaryFolder root = new();
    private readonly RunReader read;

    public Trade_on_root()
    {
        var folder = RunFolder.Create(root, "on-root", replace: false);
        var ledger = Some.Ledger();
        using (var recorder = RunRecorder.Start(folder, Some.Plan(ledger, LogTopics.None)))
        {
            ledger.OpenBlock(Some.FirstBlock + 1);
            recorder.Post(new BlockBatch(Some.FirstBlock + 1, [
                End(1, new Settled(new Stake(Trader, Some.Meme, Trader, Tao.Of(7)), new Staked(Trader, Some.Meme, Trader, Tao.Of(7), Tao.Zero, Alpha.Of(20), 20, Partial: false))),
                End(2, new Settled(new Stake(Trader, NetUid.Root, Trader, Tao.Of(5)), new Staked(Trader, NetUid.Root, Trader, Tao.Of(5), Tao.Zero, Alpha.Of(5), 5, Partial: false))),
                End(3, new Settled(new Unstake(Trader, NetUid.Root, Trader, Alpha.Of(3)), new Unstaked(Trader, NetUid.Root, Trader, Alpha.Of(3), 3, Tao.Of(3), Tao.Zero, Partial: false))),
            ], BlockSample.Of(ledger.State)));
            recorder.Complete(new RunEnding("00", [], []));
        }
        read = RunReader.Open(folder.Path);
    }

    [Fact]
    public void Stands_among_the_trades() => Assert.Equal(3L, read.Scalar("SELECT count(*) FROM trades"));

    [Fact]
    public void Is_neither_alpha_bought_nor_alpha_sold() =>
        Assert.Equal((1L, 7_000_000_000L, 0L), (read.Scalar("SELECT sum(trades) FROM blocks"), read.Scalar("SELECT sum(bought_tao_rao) FROM blocks"), read.Scalar("SELECT sum(sold_tao_rao) FROM blocks")));

    public void Dispose() => root.Dispose();

    private static RunEvent End(long number, Settled settled) => RunEvent.EndOf(EventId.Order(number), EventId.Event(number), Some.FirstBlock + 1, settled);
}
