using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

/// <summary>What the strategies do to prices, and prices to the strategies, on the real ledger.</summary>
public class ClosedLoopTests
{
    private static SmallMarket Noisy() => new SmallMarket().With(60, () => Configured.Strategy<Noise>(), alphaOnFirst: 20);

    /// <summary>Standard deviation of the day-to-day log returns of all subnets.</summary>
    private static double DailyVolatility(List<double[]> prices)
    {
        var returns = (from subnet in Enumerable.Range(0, prices[0].Length)
                       from hour in Enumerable.Range(0, prices.Count - 24)
                       select Math.Log(prices[hour + 24][subnet] / prices[hour][subnet])).ToArray();
        var mean = returns.Average();
        return Math.Sqrt(returns.Average(r => (r - mean) * (r - mean)));
    }

    /// <summary>Mean standard deviation of log prices across subnets, the first two days left out.</summary>
    private static double Spread(List<double[]> prices) => prices.Skip(48).Average(row =>
    {
        var logs = row.Select(price => Math.Log(price)).ToArray();
        var mean = logs.Average();
        return Math.Sqrt(logs.Average(log => (log - mean) * (log - mean)));
    });

    /// <summary>Highest price of the first subnet over its price at first.</summary>
    private static double Peak(List<double[]> prices) => prices.Max(row => row[0]) / prices[0][0];

    [Fact]
    public void Trend_followers_amplify_what_noise_begins() =>
        DailyVolatility(Noisy().With(30, () => Configured.Strategy<Momentum>("threshold = 3%", "attention = 50%")).Run(6))
            .ShouldBeGreaterThan(1.3 * DailyVolatility(Noisy().Run(6)));

    [Fact]
    public void Fundamentalists_hold_together_what_trend_followers_drive_apart()
    {
        SmallMarket Trending() => Noisy().With(30, () => Configured.Strategy<Momentum>("threshold = 3%", "attention = 50%"));
        Spread(Trending().With(40, () => Configured.Strategy<Fundamentalist>("dispersion = 0.1", "margin = 5%")).Run(6))
            .ShouldBeLessThan(0.6 * Spread(Trending().Run(6)));
    }

    [Fact]
    public void A_crowd_follows_a_few_holders_only_if_it_can_hear_them()
    {
        // Four holders who never stop believing, and sixty people who have never heard of the subnet.
        SmallMarket Crowd() => new SmallMarket()
            .With(4, () => Configured.Strategy<MemeHerder>("predisposition = 10", "talk = 100%"), tao: 0, alphaOnFirst: 100)
            .With(60, () => Configured.Strategy<MemeHerder>("notice = 100%"));
        var (heard, unheard) = (Peak(Crowd().Run(4)), Peak(Crowd().Run(4, isHeard: false)));
        unheard.ShouldBeLessThan(1.05);
        heard.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void A_herd_with_more_herding_drives_a_subnet_higher()
    {
        double Driven(string herding) => Peak(new SmallMarket()
            .With(4, () => Configured.Strategy<MemeHerder>("predisposition = 10", "talk = 100%"), tao: 0, alphaOnFirst: 100)
            .With(60, () => Configured.Strategy<MemeHerder>($"herding = {herding}")).Run(4));
        Driven("2").ShouldBeGreaterThan(1.2 * Driven("0"));
    }

    [Fact]
    public void The_same_seed_gives_the_same_prices()
    {
        List<double[]> Prices(ulong seed) => Noisy().With(10, () => Configured.Strategy<Momentum>()).With(2, () => Configured.Strategy<Whale>(), tao: 2000).Run(2, seed);
        Prices(3).SelectMany(row => row).ShouldBe(Prices(3).SelectMany(row => row));
        Prices(3)[^1].ShouldNotBe(Prices(4)[^1]);
    }
}
