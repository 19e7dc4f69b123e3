using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Miners;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Miners;

public class SellerMinerTests
{
    /// <summary>Epochs of subnet 1: every 361 blocks, at heights that leave 358.</summary>
    private const long Epoch = 358 + 361 * 10;

    private static SellerMiner Seller(params string[] settings) =>
        Configured.Strategy<SellerMiner>(["overlap = 60%", "capital = 10 tao", "part = 50%", "horizon = 1 day", .. settings]);

    /// <summary>150 alpha a tempo, at 0.01 TAO, were paid to two miners of 2000 alpha each.</summary>
    private static Metagraph Paid(double toTheSeller, long epoch = Epoch, params NeuronView[] more) => Pages.OfEpoch(
        1, epoch, 150, [Pages.Miner(20, paid: toTheSeller, held: 2000, sold: 5), Pages.Miner(21, paid: 1 - toTheSeller, held: 2000), .. more]);

    /// <summary>It was told that selling is paid.</summary>
    private static Sight At(long block, Metagraph page, decimal free = 30, decimal held = 0, double burn = 1, double pool = 1000) =>
        Untold(block, page, free, held, burn, pool) with { Heard = new Feed([Some.Heard(1, Topic.PayForSelling, 1)]) };

    private static Sight Untold(long block, Metagraph page, decimal free = 30, decimal held = 0, double burn = 1, double pool = 1000) =>
        Some.Sight(block, [Some.Quote(1, 0.01, tao: pool) with { RegistrationCost = Tao.Of((decimal)burn) }], free, held: [(1, held)]).Showing(page);

    private static NeuronView Own(double paid, double sold) => Pages.Miner(7, paid, held: 500, sold);

    /// <summary>A seller that has bought its place in subnet 1 right after an epoch.</summary>
    private static SellerMiner Registered(params string[] settings)
    {
        var seller = Seller(settings);
        seller.Decide(At(Epoch + 1, Paid(1)), Some.Dice());
        seller.Hear(new NeuronRegistered(Some.Self, Some.Subnet(1), 5, Tao.Of(1), Alpha.Of(100), null));
        return seller;
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0.7, true)]
    [InlineData(0.5, false)] // holders who did not sell got half
    [InlineData(0, false)] // and all, where holding is paid
    public void It_registers_where_the_last_epoch_paid_those_who_sold(double toTheSeller, bool registers)
    {
        var intent = Seller().Decide(At(Epoch + 1, Paid(toTheSeller)), Some.Dice());
        intent.Commands.ShouldBe(registers ? [new RegisterNeuron(Some.Self, Some.Subnet(1))] : []);
    }

    [Fact]
    public void Where_nobody_sold_nothing_tells_it_that_selling_is_paid() =>
        Seller().Decide(At(Epoch + 1, Pages.OfEpoch(1, Epoch, 150, Pages.Miner(20, paid: 1))), Some.Dice()).Commands.ShouldBeEmpty();

    [Theory]
    [InlineData(1000, 20, false)] // half of 1.5 TAO a tempo, twenty times a day: 15 TAO for a place of 20
    [InlineData(1000, 13, true)]
    [InlineData(50, 1, false)] // or slippage of a TAO each tempo
    public void It_registers_only_where_the_pay_covers_the_place_and_the_slippage(double pool, double burn, bool registers) =>
        Seller().Decide(At(Epoch + 1, Paid(1), burn: burn, pool: pool), Some.Dice()).Commands.Length.ShouldBe(registers ? 1 : 0);

    [Fact]
    public void Once_it_has_a_place_it_buys() =>
        Registered().Decide(At(Epoch + 2, Paid(1)), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>().Amount.ShouldBe(Tao.Of(10));

    [Fact]
    public void It_buys_once_a_tempo()
    {
        var seller = Registered();
        seller.Decide(At(Epoch + 2, Paid(1)), Some.Dice());
        seller.Decide(At(Epoch + 60, Paid(1), held: 500), Some.Dice()).Commands.ShouldBeEmpty();
    }

    [Fact]
    public void It_wants_to_be_woken_just_before_the_epoch_and_right_after_it()
    {
        var conditions = Registered().Decide(At(Epoch + 2, Paid(1)), Some.Dice()).Conditions;
        conditions.ShouldContain(When.At(new Block(Epoch + Pages.Tempo - Explorer.LeadBlocks)));
        conditions.ShouldContain(When.At(new Block(Epoch + Pages.Tempo + 1)));
    }

    [Fact]
    public void It_sells_in_the_block_that_the_validators_page_still_shows()
    {
        var seller = Registered();
        var order = seller.Decide(At(Epoch + Pages.Tempo - Explorer.LeadBlocks, Paid(1), held: 900), Some.Dice()).Commands.ShouldHaveSingleItem();
        order.ShouldBeOfType<Unstake>().Amount.ShouldBe(Alpha.Of(450));
    }

    [Theory]
    [InlineData(0.3, false)] // 0.45 TAO for a loss of 0.4 against spot
    [InlineData(0.2, true)] // 0.3
    public void It_leaves_when_its_pay_no_longer_covers_what_its_orders_lost_against_spot(double share, bool leaves)
    {
        var seller = Registered();
        seller.Decide(At(Epoch + 2, Paid(1)), Some.Dice());
        seller.Hear(new Staked(Some.Self, Some.Subnet(1), Some.Validator, Tao.Of(10), Tao.Zero, Alpha.Of(980), 1, Partial: false)); // 0.2 TAO dearer
        seller.Decide(At(Epoch + Pages.Tempo - 3, Paid(1), held: 980), Some.Dice());
        seller.Hear(new Unstaked(Some.Self, Some.Subnet(1), Some.Validator, Alpha.Of(490), 1, Tao.Of(4.7m), Tao.Zero, Partial: false)); // 0.2 TAO cheaper
        var next = Epoch + Pages.Tempo;
        var order = seller.Decide(At(next + 1, Paid(1 - share, next, Own(share, sold: 4.7)), held: 490), Some.Dice()).Commands.ShouldHaveSingleItem();
        if (leaves) order.ShouldBeOfType<Unstake>().Amount.ShouldBe(Alpha.Of(490));
        else order.ShouldBeOfType<Stake>();
    }

    [Fact]
    public void It_leaves_when_selling_is_no_longer_paid()
    {
        var (seller, next) = (Registered(), Epoch + Pages.Tempo);
        var commands = seller.Decide(At(next + 1, Paid(0.1, next, Own(paid: 0, sold: 0)), held: 900), Some.Dice()).Commands;
        commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>().Amount.ShouldBe(Alpha.Of(900));
    }

    [Fact]
    public void It_comes_back_to_a_place_that_it_still_has()
    {
        var page = Pages.OfEpoch(1, Epoch, 150, Pages.Miner(20, paid: 1, sold: 5), Own(paid: 0, sold: 0));
        Seller().Decide(At(Epoch + 1, page), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>();
    }

    [Fact]
    public void It_looks_at_each_epoch_of_a_subnet_of_which_it_is_told_that_selling_is_paid_but_believes_what_it_sees()
    {
        var intent = Seller().Decide(At(Epoch + 1, Paid(0.2)), Some.Dice());
        intent.Commands.ShouldBeEmpty();
        intent.Conditions.ShouldContain(When.At(new Block(Epoch + Pages.Tempo + 1)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.3, 0)] // where one miner has most of the pay, it may have sold in that very tempo
    public void Untold_it_looks_again_at_the_next_epoch_before_it_believes(double then, int registrations)
    {
        var seller = Seller();
        var first = seller.Decide(Untold(Epoch + 1, Paid(1)), Some.Dice());
        first.Commands.ShouldBeEmpty();
        first.Conditions.ShouldContain(When.At(new Block(Epoch + Pages.Tempo + 1)));
        seller.Decide(Untold(Epoch + 200, Paid(1)), Some.Dice()).Commands.ShouldBeEmpty();
        seller.Decide(Untold(Epoch + Pages.Tempo + 1, Paid(then, Epoch + Pages.Tempo)), Some.Dice()).Commands.Length.ShouldBe(registrations);
    }
}
