using Dtao.Protocol.Units;
using Dtao.Strategies.Outside;

namespace Dtao.Strategies.Tests.Outside;

public class Hash_prices_and_regimes
{
    private const int Paths = 20_000;

    [Fact]
    public void A_hash_earns_1_on_average_and_its_log_has_half_of_the_coins_variance_over_the_time_of_adjustment()
    {
        var prices = Enumerable.Range(1, Paths).Select(path => new HashPrice(0.1, 8 * Block.PerDay).At(1000, Some.Dice(1, (ulong)path))).ToArray();
        prices.Average().ShouldBe(1, tolerance: 0.01);
        var logs = prices.Select(value => Math.Log(value)).ToArray();
        (logs.Average(log => log * log) - logs.Average() * logs.Average()).ShouldBe(0.04, tolerance: 0.002); // 0.1²·8 ÷ 2
    }

    [Fact]
    public void Over_a_time_short_against_the_adjustment_it_moves_as_the_coin_does()
    {
        var changes = Enumerable.Range(1, Paths).Select<int, double>(path =>
        {
            var price = new HashPrice(0.04, 400 * Block.PerDay);
            var before = price.At(0, Some.Dice(0, (ulong)path));
            return Math.Log(price.At(Block.PerDay, Some.Dice(1, (ulong)path)) / before);
        }).ToArray();
        Math.Sqrt(changes.Average(change => change * change)).ShouldBe(0.04, tolerance: 0.001);
    }

    [Theory]
    [InlineData(300, 100, 0.75)]
    [InlineData(100, 100, 0.5)]
    public void A_regime_is_a_bull_market_for_its_share_of_the_time(double bull, double bear, double share) =>
        Enumerable.Range(1, Paths).Average(path => IsBull(new Regime(bull, bear), 0, 500, (ulong)path) ? 1.0 : 0).ShouldBe(share, tolerance: 0.015);

    [Theory]
    [InlineData(1, 0.6839)] // ½·(1 + e⁻¹): the chain forgets where it began at the rate of both turns together
    [InlineData(0, 0.3161)]
    public void It_forgets_where_it_began_as_a_chain_of_two_states_does(double begins, double isBull) =>
        Enumerable.Range(1, Paths).Average(path => IsBull(new Regime(2000, 2000, begins), 0, 1000, (ulong)path) ? 1.0 : 0).ShouldBe(isBull, tolerance: 0.015);

    [Fact]
    public void It_turns_in_the_block_that_it_names()
    {
        var regime = new Regime(300, 300, startsBull: 1);
        regime.IsBullAt(0, Some.Dice()).ShouldBeTrue();
        var turn = regime.TurnsAt;
        regime.IsBullAt(turn - 1, Some.Dice()).ShouldBeTrue();
        regime.IsBullAt(turn, Some.Dice()).ShouldBeFalse();
        regime.TurnsAt.ShouldBeGreaterThan(turn);
    }

    private static bool IsBull(Regime regime, long first, long then, ulong path)
    {
        regime.IsBullAt(first, Some.Dice(first, path));
        return regime.IsBullAt(then, Some.Dice(then + 1, path));
    }
}
