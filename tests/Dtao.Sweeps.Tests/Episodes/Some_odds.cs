using Dtao.Sweeps.Episodes;

namespace Dtao.Sweeps.Tests.Episodes;

public sealed class Some_odds
{
    [Theory] // Wilson, JASA 22 (1927) 209, equation for the interval with lambda = 1.645; none and all: lambda² ÷ (n + lambda²)
    [InlineData(0, 10, 0, 0.2129)]
    [InlineData(10, 10, 0.7871, 1)]
    [InlineData(5, 10, 0.2693, 0.7307)]
    public void lie_in_an_interval_that_never_leaves_0_to_1(int hits, int of, double low, double high)
    {
        Assert.Equal(low, new Odds(hits, of).Low, 4);
        Assert.Equal(high, new Odds(hits, of).High, 4);
    }

    [Fact]
    public void pass_over_what_is_not_known() => Assert.Equal(new Odds(1, 2), Odds.Among([true, null, false]));

    [Fact]
    public void of_nothing_are_no_number() => Assert.Equal((0, true), (Odds.Among([]).Of, double.IsNaN(Odds.Among([]).Share)));
}
