using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class Selling_a_subnet : LedgerSpec
{
    [Fact]
    public void takes_an_offer_and_a_buyer_and_pays_the_owner()
    {
        Offer(40);
        Assert.Equal(Tao.Of(40), Ledger.View().Find(Apex)!.Value.Ask);
        Assert.Equal(new SubnetSold(Alice, Apex, Validator, Tao.Of(40)), When(new BuySubnet(Alice, Apex, Most: Tao.Of(50))));
        Assert.Equal((Alice, (Tao?)null), (State[Apex].Owner, State[Apex].Ask));
        Assert.Equal((Tao.Of(60), Tao.Of(40)), (State.AccountOf(Alice).Free, State.AccountOf(Validator).Free));
    }

    [Fact]
    public void hands_the_owners_place_to_a_buyer_that_has_none()
    {
        Offer(40);
        When(new BuySubnet(Alice, Apex, Tao.Of(40)));
        Assert.Equal(((ushort?)0, (ushort?)null), (State[Apex].UidOf(Alice), State[Apex].UidOf(Validator)));
    }

    [Fact]
    public void pays_the_cut_to_the_new_owner_from_then_on()
    {
        Offer(40);
        When(new BuySubnet(Alice, Apex, Tao.Of(40)));
        PassBlocks(400);
        Assert.True(State.StakeOf(Alice, Apex, Alice) > Alpha.Zero);
    }

    [Fact]
    public void by_anybody_but_the_owner_is_refused() => IsRefused(When(new OfferSubnet(Alice, Apex, Tao.Of(1))), Refusal.NotOwner);

    [Fact]
    public void without_an_offer_or_below_it_or_after_it_was_taken_back_is_refused()
    {
        IsRefused(When(new BuySubnet(Alice, Apex, Tao.Of(99))), Refusal.NoOffer);
        Offer(40);
        IsRefused(When(new BuySubnet(Alice, Apex, new Tao(Tao.Of(40).Rao - 1))), Refusal.NoOffer);
        When(new OfferSubnet(Validator, Apex, Ask: null));
        IsRefused(When(new BuySubnet(Alice, Apex, Tao.Of(99))), Refusal.NoOffer);
    }

    [Fact]
    public void for_more_than_is_free_is_refused()
    {
        Offer(101);
        IsRefused(When(new BuySubnet(Alice, Apex, Tao.Of(200))), Refusal.InsufficientTao);
    }

    [Fact]
    public void to_oneself_is_refused()
    {
        Offer(1);
        IsRefused(When(new BuySubnet(Validator, Apex, Tao.Of(1))), Refusal.AlreadyOwner);
    }

    private void Offer(decimal ask) => Assert.IsType<SubnetOffered>(When(new OfferSubnet(Validator, Apex, Tao.Of(ask))));
}
