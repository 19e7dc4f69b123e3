using Dtao.Protocol.Units;
using Dtao.Records.Panels;
using Dtao.Records.Reading;

namespace Dtao.Records.Tests.Panels;

public sealed class Prices_of_a_run : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly SmallRun run = new(blocks: 650);
    private readonly RunReader read;

    public Prices_of_a_run() => read = RunReader.Open(run.Record(root));

    [Fact]
    public void are_those_of_the_market_by_the_hour()
    {
        using var connection = read.OpenDatabase();
        var hourly = new RunPrices(connection).Hourly();
        Assert.Equal((Some.FirstBlock, 3), (hourly.First, hourly.Rows)); // genesis, and one and two hours on
        Assert.Equal([1, 28], hourly.Netuids);
        Assert.Equal([0.1, PriceAt(Block.PerHour), PriceAt(2 * Block.PerHour)], hourly.Columns[1]);
    }

    [Fact]
    public void follow_one_subnet_as_it_changes()
    {
        using var connection = read.OpenDatabase();
        var prices = new RunPrices(connection);
        Assert.Equal(PriceAt(321), prices.Of(28)!.At(Some.FirstBlock + 321));
        Assert.Equal(run.State[Some.Meme].Pool.TaoReserve.Rao / (double)run.State[Some.Meme].Pool.AlphaReserve.Rao, prices.Of(28)!.At(Some.FirstBlock + 650));
        Assert.Null(prices.Of(999));
    }

    [Fact]
    public void show_the_whole_market_at_a_block()
    {
        using var connection = read.OpenDatabase();
        var prices = new RunPrices(connection);
        Assert.Equal([1, 28], prices.At(Some.FirstBlock + 321).Select(seen => seen.Netuid));
        Assert.Equal(PriceAt(321), prices.At(Some.FirstBlock + 321)[1].Price);
        Assert.Empty(prices.Newcomers());
    }

    public void Dispose() => root.Dispose();

    private double PriceAt(int block) => run.Batches[block - 1].Prices.Single(tick => tick.Netuid == Some.Meme).Price;
}
