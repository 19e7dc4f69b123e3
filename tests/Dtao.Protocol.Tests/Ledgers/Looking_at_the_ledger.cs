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
    public void keeps_what_was_looked_at_as_it_was()
    {
        var (view, own) = (Ledger.View(), Statement.OnDemand(State, Validator));
        var (quotes, holdings) = (view.Quotes, own.Holdings);
        PassBlocks(1);
        Assert.Equal(quotes, view.Quotes);
        Assert.Equal(holdings, own.Holdings);
    }

    [Fact]
    public void is_refused_once_the_ledger_has_gone_on()
    {
        var (view, own) = (Ledger.View(), Statement.OnDemand(State, Validator));
        PassBlocks(1);
        Assert.Throws<InvalidOperationException>(() => view.Quotes);
        Assert.Throws<InvalidOperationException>(() => own.Holdings);
        Assert.Throws<InvalidOperationException>(() => own.On(Apex));
    }
}
