using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class NoiseTests
{
    private static readonly SubnetQuote[] Quotes = [Some.Quote(1, 0.02, tao: 900), Some.Quote(2, 0.02, tao: 100)];

    private static readonly Sight Rich = Some.Sight(1000, Quotes, free: 1_000_000, held: [(1, 5000), (2, 5000)]);

    private static Intent[] Looks(string buyChance, Sight sight, int looks = 2000)
    {
        var trader = Configured.Strategy<Noise>($"buy-chance = {buyChance}", "least-order = 0.001 tao", "pool-share = 100%");
        return [.. Enumerable.Range(0, looks).Select(i => trader.Decide(sight, Some.Dice(i)))];
    }

    [Fact]
    public void Each_look_is_one_order() => Looks("50%", Rich).ShouldAllBe(intent => intent.Commands.Length == 1);

    [Fact]
    public void It_buys_and_sells_as_often_as_the_knob_says() =>
        Looks("70%", Rich).Count(intent => intent.Commands[0] is Stake).ShouldBeInRange(1330, 1470);

    [Fact]
    public void It_goes_to_pools_in_proportion_to_their_depth() =>
        Looks("100%", Rich).Count(intent => ((Stake)intent.Commands[0]).Netuid == Some.Subnet(1)).ShouldBeInRange(1730, 1870);

    [Fact]
    public void Order_sizes_have_the_power_law_tail_of_the_knob()
    {
        var sizes = Looks("100%", Some.Sight(1000, [Quotes[0]], free: 1_000_000)).Select(intent => ((Stake)intent.Commands[0]).Amount.Tokens).ToArray();
        var smallest = 0.002 * 900;
        var exponent = sizes.Length / sizes.Sum(size => Math.Log(size / smallest));
        exponent.ShouldBeInRange(1.4, 1.62); // Hill's estimate of 1.5; the pool's size cuts the outermost tail
    }

    [Fact]
    public void It_sells_only_what_it_holds() => Looks("0%", Some.Sight(1000, Quotes, free: 100)).ShouldAllBe(intent => intent.Commands.IsEmpty);

    [Fact]
    public void Its_pauses_are_those_of_a_Poisson_process()
    {
        var pauses = Looks("50%", Rich).Select(intent => (double)(intent.Conditions[0].Blocks - 1000)).ToArray();
        var mean = pauses.Average();
        mean.ShouldBeInRange(1600, 1760); // 5.6 hours are 1,680 blocks
        Math.Sqrt(pauses.Average(p => (p - mean) * (p - mean))).ShouldBeInRange(1550, 1810);
    }

    [Fact]
    public void Root_stake_is_drawn_on_for_what_is_missing_and_for_no_more()
    {
        var trader = Configured.Strategy<Noise>("buy-chance = 100%", "from-root = 10%", "cash-share = 100%", "size = 1%", "tail = 10");
        var commands = trader.Decide(Some.Sight(1000, [Quotes[0]], free: 1, onRoot: 1000), Some.Dice()).Commands;
        commands.Length.ShouldBe(2);
        var (drawn, bought) = (commands[0].ShouldBeOfType<Unstake>(), commands[1].ShouldBeOfType<Stake>());
        drawn.Netuid.ShouldBe(NetUid.Root);
        bought.Amount.Tokens.ShouldBeInRange(9, 18);
        drawn.Amount.Tokens.ShouldBe(bought.Amount.Tokens - 1, tolerance: 0.01);
    }

    /// <summary>How many of 400 buy who heard a piece of news <paramref name="days"/> ago.</summary>
    private static int Buyers(int about, double news, int days = 0) => Enumerable.Range(0, 400).Count(agent =>
    {
        var trader = Configured.Strategy<Noise>("buy-chance = 50%", "mood = 4", "memory = 1 day");
        var now = trader.Decide(Rich with { Heard = new Feed([Some.Heard(about, Topic.News, news)]) }, Some.Dice(1, (ulong)agent));
        if (days > 0) now = trader.Decide(Rich with { Now = Rich.Now + days * Block.PerDay }, Some.Dice(2, (ulong)agent));
        return now.Commands[0] is Stake;
    });

    [Theory] // 400 · ½ (1 + tanh 4n), within three standard deviations
    [InlineData(0.25, 332, 373)]
    [InlineData(-0.25, 28, 68)]
    [InlineData(double.NaN, 170, 230)]
    public void News_of_the_market_puts_it_in_a_mood_to_buy_or_to_sell(double news, int atLeast, int atMost) => Buyers(about: 0, news).ShouldBeInRange(atLeast, atMost);

    [Fact]
    public void News_of_one_subnet_does_not() => Buyers(about: 1, 0.25).ShouldBeInRange(170, 230);

    [Fact] // ½ (1 + tanh(1/e)) = 67.6 %
    public void Its_mood_fades() => Buyers(about: 0, 0.25, days: 1).ShouldBeInRange(242, 298);
}
