using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Owners;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Owners;

/// <summary>
/// An owner of subnet 1, whose epochs pay 100 alpha at 0.01 TAO to two miners in equal parts, which is about 20 TAO a day; one of them works with a quality of 1,
/// the other of one half, so that 15 TAO a day are paid for work.
/// </summary>
public class VentureTests
{
    private const long First = 100_000, Later = First + Block.PerDay;

    /// <summary>TAO a day, by an epoch every 361 blocks.</summary>
    private const double Pay = 100 * 0.01 * 7200 / 361, Effort = 0.75 * Pay;

    private static readonly string[] Plain = ["pause = 1 day", "buy-back = 0%", "marketing = 0%", "cost = 0 tao", "share = 0%", "reserve = 1000 tao", "ask = 0 tao", "slippage = 10%"];

    private static Business Shop(params string[] settings) =>
        Configured.Strategy<Business>([.. Plain, "demand = 30 tao", "half-at = 10 tao", "paid = 50%", "spread = 0", "jump-size = 0", .. settings]);

    private static BitcoinMine Mine(params string[] settings) => Configured.Strategy<BitcoinMine>([.. Plain, "energy-cost = 80%", "build-time = 1 blocks", .. settings]);

    private static Sight At(long block, bool owns = true, decimal free = 100, decimal held = 0, params Heard[] heard) =>
        Some.Sight(block, [Some.Quote(1, 0.01) with { Owner = owns ? Some.Self : Some.Validator }, Some.Quote(2, 0.01)], free, held: [(1, held)],
            heard: [Works(20, 1), Works(21, 0.5), .. heard])
            .Showing(Pages.OfEpoch(1, block - 10, 100, Pages.Miner(20, paid: 0.5), Pages.Miner(21, paid: 0.5)));

    private static Heard Works(int miner, double quality) => Some.Heard(1, Topic.Work, quality) with { Of = new AccountId(miner) };

    /// <summary>What it does a day after its first look.</summary>
    private static Intent ADayLater(Venture owner, decimal held = 0, params Heard[] heard)
    {
        owner.Decide(At(First, held: held, heard: heard), Some.Dice(First));
        return owner.Decide(At(Later, held: held, heard: heard), Some.Dice(Later));
    }

    private static double Told(Intent intent, Topic topic) => intent.Posts.Where(post => post.Topic == topic && post.Netuid == Some.Subnet(1)).ShouldHaveSingleItem().Value;

    [Fact]
    public void A_business_is_worth_to_others_what_its_miners_are_paid_to_meet_of_the_demand_and_earns_its_part_of_that()
    {
        var intent = ADayLater(Shop());
        Told(intent, Topic.Output).ShouldBe(30 * Effort / (Effort + 10), tolerance: 1e-6);
        Told(intent, Topic.Revenue).ShouldBe(15 * Effort / (Effort + 10), tolerance: 1e-6);
        intent.Commands.OfType<Deposit>().ShouldHaveSingleItem().Amount.Tokens.ShouldBe(15 * Effort / (Effort + 10), tolerance: 1e-6);
    }

    [Fact]
    public void Where_pay_goes_to_nobody_who_works_nothing_is_made()
    {
        var shop = Shop();
        shop.Decide(At(First, heard: [Works(20, 0), Works(21, 0)]), Some.Dice(First));
        var intent = shop.Decide(At(Later, heard: [Works(20, 0), Works(21, 0)]), Some.Dice(Later));
        Told(intent, Topic.Output).ShouldBe(0);
        intent.Commands.ShouldBeEmpty();
    }

    [Fact]
    public void A_mine_turns_pay_into_hash_at_the_price_of_energy_and_makes_nothing_for_others()
    {
        var intent = ADayLater(Mine());
        Told(intent, Topic.Revenue).ShouldBe(Effort / 0.8, tolerance: 1e-6);
        Told(intent, Topic.Output).ShouldBe(0);
    }

    [Fact]
    public void Its_revenue_goes_with_the_hash_price() =>
        Told(ADayLater(Mine(), heard: Some.Heard(0, Topic.HashPrice, 1.5)), Topic.Revenue).ShouldBe(1.5 * Effort / 0.8, tolerance: 1e-6);

    [Fact]
    public void Its_machines_take_a_while_to_come() =>
        Told(ADayLater(Mine("build-time = 1 day")), Topic.Revenue).ShouldBe((1 - Math.Exp(-1)) * Effort / 0.8, tolerance: 1e-6);

    [Fact]
    public void A_share_of_the_revenue_buys_the_subnets_own_alpha_and_it_says_so()
    {
        var intent = ADayLater(Mine("buy-back = 40%"));
        var bought = intent.Commands.OfType<Stake>().ShouldHaveSingleItem();
        bought.Netuid.ShouldBe(Some.Subnet(1));
        bought.Amount.Tokens.ShouldBe(0.4 * Effort / 0.8, tolerance: 1e-6);
        Told(intent, Topic.BuyBack).ShouldBe(0.4 * Effort / 0.8, tolerance: 1e-6);
    }

    [Fact]
    public void What_it_bought_is_no_income_that_it_would_sell()
    {
        var mine = Mine("share = 100%");
        mine.Decide(At(First, held: 1000), Some.Dice(First));
        mine.Hear(new Staked(Some.Self, Some.Subnet(1), Some.Validator, Tao.Of(5), Tao.Zero, Alpha.Of(500), 0, Partial: false));
        var sale = mine.Decide(At(Later, held: 1600), Some.Dice(Later)).Commands.OfType<Unstake>().ShouldHaveSingleItem();
        sale.Amount.Tokens.ShouldBe(100, tolerance: 1e-4); // the cut alone
    }

    [Fact]
    public void Costs_and_marketing_go_out_and_so_does_what_lies_beyond_the_reserve()
    {
        var intent = ADayLater(Mine("cost = 3 tao", "marketing = 10%"));
        var revenue = Effort / 0.8;
        intent.Commands.OfType<Withdraw>().ShouldHaveSingleItem().Amount.Tokens.ShouldBe(3 + 0.1 * revenue, tolerance: 1e-6);
        Told(intent, Topic.Attention).ShouldBe(0.1 * revenue, tolerance: 1e-6);
        ADayLater(Mine("reserve = 60 tao")).Commands.OfType<Withdraw>().ShouldHaveSingleItem().Amount.Tokens.ShouldBe(40 + revenue, tolerance: 1e-6);
    }

    [Fact]
    public void Who_has_no_money_for_marketing_is_not_known_for_it()
    {
        var shop = Shop("paid = 0%", "marketing = 100%", "share = 100%", "cost = 200 tao");
        shop.Decide(At(First, held: 1000), Some.Dice(First));
        Told(shop.Decide(At(Later, held: 2000), Some.Dice(Later)), Topic.Attention).ShouldBe(0);
    }

    [Fact]
    public void Costs_that_revenue_does_not_cover_are_sold_of_the_cut()
    {
        var shop = Shop("paid = 0%", "cost = 2 tao");
        shop.Decide(At(First, held: 1000), Some.Dice(First));
        var sold = shop.Decide(At(Later, held: 2000), Some.Dice(Later)).Commands.OfType<Unstake>().ShouldHaveSingleItem().Amount.Tokens;
        (sold * 0.01).ShouldBe(2, tolerance: 0.05); // but for what the sale moves the price
    }

    [Fact]
    public void Between_its_looks_it_only_takes_note_of_who_works()
    {
        var shop = Shop();
        shop.Decide(At(First), Some.Dice(First));
        var intent = shop.Decide(At(First + 100), Some.Dice(First + 100));
        intent.Commands.ShouldBeEmpty();
        intent.Posts.ShouldBeEmpty();
        intent.Conditions.ShouldBe([When.At(new Block(Later)), When.Post(Topic.Work)]);
    }

    [Fact]
    public void Who_has_lost_its_subnet_has_no_business()
    {
        var shop = Shop();
        shop.Decide(At(First), Some.Dice(First));
        var intent = shop.Decide(At(Later, owns: false), Some.Dice(Later));
        intent.Commands.ShouldBeEmpty();
        intent.Posts.ShouldBeEmpty();
    }
}
