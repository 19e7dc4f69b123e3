using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Markets;

/// <summary>The laws of the weighted pool, whatever its reserves and weights.</summary>
public sealed class A_weighted_pool
{
    private static readonly Balancer Curve = new(minimumReserveRao: 1_000_000);

    [Fact]
    public void keeps_what_it_keeps_constant_and_pays_nobody_for_a_round_trip() => Holds((pool, amount) =>
    {
        if (Curve.Buy(pool, new Tao(amount)) is not { } bought) return true;
        return Curve.Keeps(pool, bought.After)
            && (Curve.Sell(bought.After, bought.Bought) is not { } back || back.Received.Rao <= amount && Curve.Keeps(bought.After, back.After));
    });

    [Fact]
    public void would_not_pass_one_that_pays_out_more_than_its_rounding() => Holds((pool, amount) =>
    {
        if (Curve.Buy(pool, new Tao(amount)) is not { } bought || bought.After.AlphaReserve.Rao < 1UL << 40) return true;
        var robbed = bought.After with { AlphaReserve = bought.After.AlphaReserve - new Alpha(bought.After.AlphaReserve.Rao >> 20) };
        return !Curve.Keeps(pool, robbed);
    });

    [Fact]
    public void is_the_constant_product_where_both_weigh_the_same() => Holds((pool, amount) =>
    {
        var even = pool with { Weight = default };
        var product = (UInt128)even.AlphaReserve.Rao * amount / ((UInt128)even.TaoReserve.Rao + amount);
        return Curve.Buy(even, new Tao(amount)) is not { } bought || bought.Bought.Rao == product;
    });

    [Fact]
    public void keeps_its_price_when_the_chain_puts_something_in() => Holds((pool, amount) =>
    {
        var (tao, alpha) = (new Tao(amount % (pool.TaoReserve.Rao / 50 + 1)), new Alpha(amount / 3 % (pool.AlphaReserve.Rao / 50 + 1)));
        if (pool.TaoReserve < Tao.Of(1) || pool.AlphaReserve < Alpha.Of(1) || Curve.Weigh(pool, tao, alpha) is not { } weighed) return true; // of less the products have too few digits
        return Math.Abs(Price(weighed.Inject(tao, alpha)) / Price(pool) - 1) < 1e-12;
    });

    [Fact]
    public void stops_at_the_last_price_that_a_limit_allows() => Holds((pool, amount) =>
    {
        if (Price(pool) is < 1e-3 or > 1e3) return true;
        var limit = (ulong)(Price(pool) * 1e9 * (1 + amount % 1000 / 1000.0));
        var most = Curve.MostToStake(pool, limit);
        if (most is 0 or LimitOrder.Unlimited || Curve.Buy(pool, new Tao(most)) is not { } bought) return true;
        var more = Curve.Buy(pool, new Tao(most + most / 100 + 1000));
        return Price(bought.After) * 1e9 <= limit * (1 + 1e-9) && (more is null || Price(more.Value.After) * 1e9 > limit * (1 - 1e-9));
    });

    [Theory]
    [InlineData(1_000_000, 1_000_001, true)] // a reserve takes a thousand times itself, and no more
    [InlineData(999_999, 1, false)]          // one that pays must hold the least
    public void takes_only_so_much(ulong taoReserve, ulong amount, bool isTaken) =>
        Assert.Equal(isTaken, Curve.Sell(new Pool(new Tao(taoReserve), new Alpha(4_000_000)), new Alpha(amount)) is not null);

    [Fact]
    public void refuses_to_weigh_one_side_next_to_nothing()
    {
        var pool = new Pool(Tao.Of(1000), Alpha.Of(1000));
        Assert.Null(Curve.Weigh(pool, Tao.Of(200_000), Alpha.Zero));
        Assert.NotNull(Curve.Weigh(pool, Tao.Of(20_000), Alpha.Zero));
    }

    private static double Price(Pool pool) => (double)pool.Weight.BaseE18 * pool.TaoReserve.Rao / ((double)pool.Weight.QuoteE18 * pool.AlphaReserve.Rao);

    private static void Holds(Func<Pool, ulong, bool> law) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Pools, Amount.ToArbitrary(), law));

    /// <summary>From one rao up to what there is of a coin, of every size.</summary>
    private static Gen<ulong> Amount { get; } =
        from bits in Gen.Choose(1, 54)
        from upper in Gen.Choose(0, int.MaxValue)
        from lower in Gen.Choose(0, int.MaxValue)
        select 1 + ((ulong)upper << 31 | (uint)lower) % (1UL << bits);

    private static Arbitrary<Pool> Pools { get; } = (
        from tao in Amount
        from alpha in Amount
        from weight in Gen.Choose(10_000, 990_000)
        select new Pool(new Tao(1_000_000 + tao), new Alpha(1_000_000 + alpha)) { Weight = QuoteWeight.Of((ulong)weight * 1_000_000_000_000)!.Value }).ToArbitrary();
}
