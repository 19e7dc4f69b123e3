using Dtao.Protocol.Units;
using Dtao.Records.Measuring.Capture;

namespace Dtao.Records.Tests.Measuring.Capture;

/// <summary>A pool of 100 TAO and 1,000 alpha, price 0.1, beside subnets whose prices come to 0.9: it has a tenth of the emission.</summary>
public sealed class An_attack_on_emission
{
    private const double Month = 30 * Block.PerDay;

    private static readonly AttackedPool Pool = new(100, 1_000, 0.1, 0.9);

    // A share of 40 % needs a price of 0.4 × 0.9 ÷ 0.6 = 0.6, six times as high: 100 × (√6 − 1). Of 10 %: 0.1, which it has.
    [Theory]
    [InlineData(0.4, 144.9489742783178)]
    [InlineData(0.1, 0)]
    [InlineData(0.05, 0)]
    public void costs_by_price_what_lifts_the_price(double share, double tao) => Assert.Equal(tao, AttackCost.ByPrice(Pool, share), 9);

    [Fact]
    public void costs_by_price_what_then_gives_the_share()
    {
        var cost = AttackCost.ByPrice(Pool, 0.25);
        var price = (100 + cost) / (1_000 - Pool.Buys(cost));
        Assert.Equal(0.25, price / (price + 0.9), 9);
    }

    // The others' flow is 0.009 TAO a block; half of all needs as much: 0.008 more, at ln 2 ÷ 216,000 a TAO.
    [Fact]
    public void costs_by_flow_what_the_mean_forgets() =>
        Assert.Equal(0.008 * Month / Math.Log(2), AttackCost.ByFlow(new AttackedPool(100, 1_000, 0.001, 0.009), 0.5, Month), 9);

    // 25 TAO buy 1,000 × 25 ÷ 125 = 200 alpha and are sold for as much again: nobody traded, nothing came in.
    [Fact]
    public void without_emission_comes_to_nothing()
    {
        Assert.Equal(200, Pool.Buys(25));
        var came = AttackReturn.Of(Pool, 25, Terms(taoPerBlock: 0, part: 0));
        Assert.Equal((0, 0), (Math.Round(came.Resale, 12), Math.Round(came.Emission, 12)));
    }

    // As above, and 100 alpha are paid meanwhile. Alone they sell for 100 × 100 ÷ 1,100 = 9.0909 TAO; after the pump (125 TAO, 800 alpha)
    // 300 sell for 125 × 300 ÷ 1,100 = 34.0909, of which the 200 make 25: 9.0909 again. What was bought is sold too, so the price that it lifted is gone.
    [Fact]
    public void earns_nothing_on_what_is_paid_anyway() =>
        Assert.Equal(0, AttackReturn.Of(Pool, 25, Terms(taoPerBlock: 0, part: 1)).Whole, 9);

    // One step of an hour by flow with nobody else: 300 × 0.1 TAO = 30 come in; nothing may be injected beside them.
    // 125 + 30 TAO and 800 alpha: 200 alpha sell for 155 × 200 ÷ 1,000 = 31, which is 24 % more than 25.
    [Fact]
    public void resells_what_the_chain_puts_in_alone() =>
        Assert.Equal(0.24, AttackReturn.Of(Pool with { Others = 0 }, 25, Terms(taoPerBlock: 0.1, part: 0, blocks: Block.PerHour, byFlow: true)).Resale, 9);

    // The same at no cap: 30 TAO bring 30 ÷ (125 ÷ 800) = 192 alpha with them, the price stays, and the deeper pool gives back a little more than was paid:
    // 155 TAO, 992 alpha: 155 × 200 ÷ 1,192 = 26.0067.
    [Fact]
    public void resells_into_a_pool_that_grew() =>
        Assert.Equal(155 * 200 / 1_192.0 / 25 - 1, AttackReturn.Of(Pool with { Others = 0 }, 25, Terms(taoPerBlock: 0.1, part: 0, blocks: Block.PerHour, byFlow: true, cap: 1e9)).Resale, 9);

    [Fact]
    public void earns_more_the_less_the_emission_lags_behind_the_price()
    {
        double Of(double halfLife) => AttackReturn.Of(Pool, 25, Terms(taoPerBlock: 0.01, part: 0, halfLife: halfLife)).Whole;
        Assert.True(Of(Block.PerHour) > Of(Block.PerDay) && Of(Block.PerDay) > Of(Month), FormattableString.Invariant($"{Of(Block.PerHour)}, {Of(Block.PerDay)}, {Of(Month)}"));
    }

    private static AttackTerms Terms(double taoPerBlock, double part, double blocks = Block.PerDay, double halfLife = 216_000, bool byFlow = false, double cap = 0) =>
        new(blocks, taoPerBlock, 100 / blocks, part, cap, halfLife, byFlow);
}
