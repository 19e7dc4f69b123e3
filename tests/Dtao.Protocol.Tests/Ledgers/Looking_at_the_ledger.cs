using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

/// <summary>What agents see is made when they look; they see the same as if it had been made before.</summary>
public sealed class Looking_at_the_ledger : LedgerSpec
{
    [Fact]
    public void shows_the_same_whether_it_was_made_before_or_only_then()
    {
        When(new Stake(Alice, Apex, Validator, Tao.Of(10)));
        Assert.Equal<Holding>(Statement.Of(State, Alice).Holdings, Statement.OnDemand(State, Alice).Holdings);
        Assert.Equal<SubnetQuote>(MarketView.Of(State).Quotes, Ledger.View().Quotes);
        foreach (var netuid in new[] { NetUid.Root, Apex })
        {
            Assert.Equal(Statement.Of(State, Alice).On(netuid), Statement.OnDemand(State, Alice).On(netuid));
            Assert.Equal(Statement.Of(State, Alice).LargestOn(netuid), Statement.OnDemand(State, Alice).LargestOn(netuid));
        }
    }

    [Fact]
    public void shows_one_holding_as_it_shows_all()
    {
        When(new Stake(Alice, Apex, Validator, Tao.Of(10)));
        var (all, one) = (Statement.Of(State, Alice), Statement.OnDemand(State, Alice));
        for (var place = 0; place < all.Holdings.Length; place++) Assert.Equal(all.Held[place], one.Held[place]);
        Assert.Equal(one.Holdings[0], one.Held[0]); // once all have been counted as before
        Assert.Throws<IndexOutOfRangeException>(() => Statement.OnDemand(State, Alice).Held[all.Holdings.Length]);
    }

    [Fact]
    public void shows_one_subnet_as_it_shows_all()
    {
        var (all, one) = (MarketView.Of(State), Ledger.View());
        foreach (var netuid in new[] { NetUid.Root, Apex, Targon, Nowhere }) Assert.Equal(all.Find(netuid), one.Find(netuid));
        Assert.Equal(one.Quotes[0], one.Find(Apex));
        Assert.Equal(all.Find(Targon), one.Find(Targon)); // once all have been made as before
        Assert.Equal((all.YoungestAt, all.HasPools), (one.YoungestAt, one.HasPools));
        Assert.Equal<NetUid>(all.Netuids, one.Netuids);
    }

    [Fact]
    public void tells_when_the_youngest_subnet_came()
    {
        Assert.Equal(MarketView.Of(State).YoungestAt, Ledger.View().YoungestAt);
        State.Add(Subnet.Opened(Nowhere, Alice, default, I96F32.Zero, State.Block, Some.Rules, State.Block));
        Assert.Equal(State.Block, Ledger.View().YoungestAt);
        State.Remove(State[Nowhere]);
        Assert.Equal(MarketView.Of(State).YoungestAt, Ledger.View().YoungestAt);
    }

    [Fact]
    public void tells_at_once_where_nothing_is_held()
    {
        var (all, asked) = (Statement.Of(State, Bob), Statement.OnDemand(State, Bob));
        Assert.True(asked.MayHold(Apex));
        Assert.False(asked.MayHold(Targon));
        Assert.True(all.MayHold(Targon)); // it has not looked
        Assert.Equal(all.On(Targon), asked.On(Targon));
    }

    [Fact]
    public void works_out_once_what_many_ask_for_of_the_same_quotes()
    {
        var view = MarketView.Of(State);
        var derived = view.Derived(quotes => quotes.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Same(derived, view.Derived<string>(_ => throw new InvalidOperationException()));
        Assert.Equal("0", (view with { Quotes = [] }).Derived(quotes => quotes.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void keeps_holdings_that_were_looked_at_as_they_were()
    {
        var own = Statement.OnDemand(State, Validator);
        var holdings = own.Holdings;
        PassBlocks(1);
        Assert.Equal(holdings, own.Holdings);
    }

    [Fact]
    public void keeps_no_quotes_since_the_next_block_s_take_their_room()
    {
        var view = Ledger.View();
        var (quotes, apex) = (view.Quotes, view.Quotes[0]);
        PassBlocks(1);
        Assert.Throws<InvalidOperationException>(() => quotes[0]);
        Assert.Throws<InvalidOperationException>(() => view.Find(Apex));
        Assert.NotEqual(apex, Ledger.View().Quotes[0]);
    }

    [Fact]
    public void keeps_quotes_that_were_given_to_a_market()
    {
        var view = MarketView.Of(State);
        var apex = view.Quotes[0];
        PassBlocks(1);
        Assert.Equal(apex, view.Quotes[0]);
    }

    [Fact]
    public void knows_for_good_which_subnets_there_were()
    {
        var (view, then) = (Ledger.View(), MarketView.Of(State));
        State.Add(Subnet.Opened(Nowhere, Alice, default, I96F32.Zero, State.Block + 1, Some.Rules, State.Block + 1));
        PassBlocks(1);
        Assert.Equal<NetUid>(then.Netuids, view.Netuids);
        Assert.Equal(then.YoungestAt, view.YoungestAt);
        Assert.DoesNotContain(Nowhere, view.Netuids);
    }

    [Fact]
    public void is_refused_once_the_ledger_has_gone_on()
    {
        var (view, own) = (Ledger.View(), Statement.OnDemand(State, Validator));
        PassBlocks(1);
        Assert.Throws<InvalidOperationException>(() => view.Quotes.Length);
        Assert.Throws<InvalidOperationException>(() => own.Holdings);
        Assert.Throws<InvalidOperationException>(() => view.Find(Apex));
        Assert.Throws<InvalidOperationException>(() => own.On(Apex));
        Assert.Throws<InvalidOperationException>(() => own.MayHold(Apex));
    }
}
