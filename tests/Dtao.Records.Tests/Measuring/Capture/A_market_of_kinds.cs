using Dtao.Records.Measuring.Capture;

namespace Dtao.Records.Tests.Measuring.Capture;

/// <summary>Five subnets at one block: two do work, one is a meme, one a subsidy of costs, one is nobody's.</summary>
public sealed class A_market_of_kinds
{
    private static readonly KindSample Sample = new(
        0,
        [
            new(1, "ai", 0.2, 0.05, 40, 800), new(2, "ai", 0.1, 0.04, 90, 640), new(3, "meme", 0.3, 0.2, double.NaN, double.NaN),
            new(4, "cost-subsidy", 0.15, 0.03, 10, 0), new(5, "", 0.25, 0.01, double.NaN, double.NaN),
        ]);

    [Theory]
    [InlineData("ai", 0.3)]
    [InlineData("meme", 0.3)]
    [InlineData("cost-subsidy", 0.15)]
    [InlineData("empty", 0)]
    public void shares_its_emission_by_kind(string kind, double share) => Assert.Equal(share, KindShare.Of(kind, Sample), 12);

    // 800 + 640 + 0 TAO a day of work for 1 TAO a block, 7,200 a day.
    [Fact]
    public void has_work_for_its_emission() => Assert.Equal(0.2, OutputPerTao.Of(Sample), 12);

    // Of 1, 2 and 4 the prices rank 3, 2, 1, revenue 2, 3, 1: 1 − 6 × (1 + 1 + 0) ÷ (3 × 8) = 0.5. Output ranks 3, 2, 1 as well.
    [Fact]
    public void is_priced_in_some_order()
    {
        Assert.Equal(0.5, PriceRank.AgainstRevenue(Sample), 12);
        Assert.Equal(1, PriceRank.AgainstOutput(Sample), 12);
    }

    [Fact]
    public void tells_nothing_where_nothing_is_emitted_or_posted()
    {
        var dead = new KindSample(0, [new(1, "ai", 0, 0.1, double.NaN, double.NaN)]);
        Assert.True(double.IsNaN(KindShare.Of("ai", dead)) && double.IsNaN(OutputPerTao.Of(dead)) && double.IsNaN(PriceRank.AgainstOutput(dead)));
    }
}
