using Dtao.Protocol.Units;
using Dtao.Records.Reading;
using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;

namespace Dtao.Records.Tests.Validation;

/// <summary>Targets 36 and 37, worked by hand.</summary>
public sealed class Measures_of_flow : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Of five subnets three have more in than out: 60 %. All that came in is 40, the chain gave 100: n = 0.4.
    // Net: 20 − 0.4·20 = 12, 15 − 0.4·60 = −9, 5 + 4 = 9, −1 + 6 = 5, −10 − 0.4·20 = −18: 60 % again, but not the same.
    [Fact]
    public void A_subnet_may_be_net_of_the_chain_s_own_money()
    {
        MeanFlow[] flows = [new(20, 20), new(15, 60), new(5, -4), new(-1, -6), new(-10, 20)];
        Assert.Equal((0.6, 0.6), (MeanFlow.PositiveShare(flows), MeanFlow.PositiveNetShare(flows)));
        Assert.Equal(0.5, MeanFlow.PositiveNetShare([new(15, 60), new(45, 0)])); // 60 came in and 60 were given: n = 1
    }

    // n is 1 at most: 30 came in, the chain gave 10.
    [Fact]
    public void The_chain_s_money_never_outweighs_itself() => Assert.Equal(1, MeanFlow.PositiveNetShare([new(21, 1), new(9, 9 - 1e-9)]));

    // Into 1 went 10 TAO with a fee of 1, thirty days ago: 4.5 now. Out of 28 went 3 and a fee of 0.5.
    [Fact]
    public void Older_flows_count_less()
    {
        using var run = Evidence.Of(RunReader.Open(Written().Below(folder)));
        Assert.Equal([4.5, -3.5], run.Chain!.MeanFlows(run.End).Select(flow => Math.Round(flow.Users, 9)));
    }

    // One sample an hour: 300 rao a block, the hour before the end at nearly full weight; 28 gets 100, of which root takes 0.5 TAO.
    [Fact]
    public void What_the_chain_gives_is_held_from_sample_to_sample()
    {
        using var run = Evidence.Of(RunReader.Open((Written() with { Hours = 1, Trades = [] }).Below(folder)));
        var hour = Math.Pow(0.5, Block.PerHour / MeanFlow.HalfLifeBlocks) * Block.PerHour;
        Assert.Equal([300e-9 * hour, 100e-9 * hour - 0.5], run.Chain!.MeanFlows(run.End).Select(flow => flow.Protocol), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    // Prices 0.5 and 2, so 28 is capped: of 3 TAO a block 1 is beyond what holds the price; 1 gets 300 rao.
    [Theory]
    [InlineData("chain-buy-share", 1 / 3.0)]
    [InlineData("chain-buy-subnets", 1)]
    [InlineData("emission-top-10", 1)]
    [InlineData("positive-flow-subnets", 0.5)]
    public void What_is_injected_beyond_a_price_counts_as_bought(string measure, double expected)
    {
        using var run = Evidence.Of(RunReader.Open((Written() with { Price = _ => 2, Emission = _ => 3_000_000_000 }).Below(folder)));
        Assert.Equal(expected, MeasureCatalogue.Find(measure)!.Of(run).Value, 6);
    }

    private static WrittenRun Written() => new()
    {
        Hours = 30 * 24,
        Trades = [(0, 1, "buy", 10, 1), (30 * 7_200, 28, "sell", 3, 0.5)],
        RootDividends = [(300, 28, 0.5)],
    };
}
