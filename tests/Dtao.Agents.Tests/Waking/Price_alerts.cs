using Dtao.Strategies.Acting;

namespace Dtao.Agents.Tests.Waking;

public sealed class Price_alerts : WakeBookSpec
{
    [Theory]
    [InlineData(0.9, true)]
    [InlineData(1.0, false)] // The bound itself is not below.
    [InlineData(1.1, false)]
    public void Below_wakes_while_a_closed_price_stands_below(double price, bool wakes)
    {
        Given(Alice, at: 10, When.Below(Apex, 1));
        Closes(at: 11, prices: (Apex, price));
        Assert.Equal(wakes ? [Alice] : [], WokenAt(12));
    }

    [Theory]
    [InlineData(1.1, true)]
    [InlineData(1.0, false)]
    [InlineData(0.9, false)]
    public void Above_wakes_while_a_closed_price_stands_above(double price, bool wakes)
    {
        Given(Alice, at: 10, When.Above(Apex, 1));
        Closes(at: 11, prices: (Apex, price));
        Assert.Equal(wakes ? [Alice] : [], WokenAt(12));
    }

    [Fact]
    public void It_is_a_level_not_a_crossing()
    {
        Closes(at: 10, prices: (Apex, 0.5));
        Given(Alice, at: 11, When.Below(Apex, 1)); // The price has been below all along.
        Closes(at: 11, prices: (Apex, 0.5));
        Assert.Equal([Alice], WokenAt(12));
    }

    [Fact]
    public void It_is_gone_once_it_has_woken()
    {
        Given(Alice, at: 10, When.Below(Apex, 1));
        Assert.True(WaitsForPrices);
        Closes(at: 11, prices: (Apex, 0.5));
        Assert.Equal([Alice], WokenAt(12));
        Assert.False(WaitsForPrices);
        Closes(at: 12, prices: (Apex, 0.5));
        Assert.Empty(WokenAt(13));
    }

    [Fact]
    public void Only_the_named_subnet_counts()
    {
        Given(Alice, at: 10, When.Below(Apex, 1));
        Closes(at: 11, prices: [(Apex, 2), (Targon, 0.5)]);
        Assert.Empty(WokenAt(12));
        Assert.True(WaitsForPrices);
    }

    [Fact]
    public void Those_whose_price_is_not_met_go_on_waiting()
    {
        Given(Alice, at: 10, When.Below(Apex, 0.5));
        Given(Bob, at: 10, When.Below(Apex, 0.9));
        Given(Carol, at: 10, When.Below(Apex, 0.7));
        Closes(at: 11, prices: (Apex, 0.6));
        Assert.Equal([Bob, Carol], WokenAt(12));
        Closes(at: 12, prices: (Apex, 0.4));
        Assert.Equal([Alice], WokenAt(13));
    }

    [Fact]
    public void A_replaced_alert_wakes_nobody()
    {
        Given(Alice, at: 10, When.Below(Apex, 1));
        Given(Alice, at: 10, When.Below(Apex, 0.1));
        Closes(at: 11, prices: (Apex, 0.5));
        Assert.Empty(WokenAt(12));
        Closes(at: 12, prices: (Apex, 0.05));
        Assert.Equal([Alice], WokenAt(13));
    }

    [Fact]
    public void A_million_replaced_alerts_leave_the_last_one_standing()
    {
        for (var i = 0; i < 1_000_000; i++) Given(Alice, at: 10, When.Below(Apex, 0.001));
        Given(Alice, at: 10, When.Below(Apex, 1));
        Closes(at: 11, prices: (Apex, 0.5));
        Assert.Equal([Alice], WokenAt(12));
    }
}
