using Dtao.Agents.Configuration;
using Dtao.Agents.Worlds;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;

namespace Dtao.Scenario.Tests.Economy;

/// <summary>The shipped launch genesis with nobody trading: what the chain's rules do by themselves.</summary>
public sealed class A_launch_without_agents
{
    private const int Day = Block.PerDay;

    private readonly Ledger ledger = WorldBuilder.Build(LoadedConfig.Load(ConfigInput.Of(null), StrategyCatalogue.BuiltIn()).Config, seed: 1, File.OpenText).Ledger;

    /// <summary>
    /// Target 31 of the record, days 5 to 10. Without traders a pool's price falls until its TAO share buys more than the cap of alpha,
    /// so by then the cap binds in all 64 pools; taken net of what is injected, the drift is root's sales alone wherever it is measured.
    /// </summary>
    [Fact]
    public void drifts_by_minus_2q_over_alpha_in_net_of_injection()
    {
        Pass(5 * Day);
        var drifts = ledger.State.Subnets.Select(subnet => new Drift(subnet)).ToArray();
        for (var block = 0; block < 5 * Day; block++)
        {
            Pass(1);
            foreach (var drift in drifts) drift.Add();
        }
        foreach (var drift in drifts) Assert.InRange(drift.Measured / drift.Expected, 0.9, 1.1);
    }

    [Fact] // Σp·(1 + 2·0.41·0.9…) = 1: the sum of prices settles at about 0.56 (feasibility.md, trap 1).
    public void brings_the_sum_of_prices_to_where_emission_and_root_sales_balance()
    {
        Pass(3 * Day);
        Assert.InRange(MarketView.Of(ledger.State).Quotes.Sum(quote => quote.Price), 0.52, 0.62);
    }

    [Theory] // record.md 1.5, at two alpha a block and 6.0 M TAO on root.
    [InlineData(4, 0.949)]
    [InlineData(7, 0.915)]
    public void leaves_root_the_proportion_of_the_formula(int day, double proportion)
    {
        Pass(day * Day);
        var subnet = ledger.State.Subnets[0];
        var root = 0.18 * ledger.State.Root.Pool.TaoReserve.Tokens;
        Assert.InRange(root / (root + subnet.AlphaIssuance.Tokens), proportion - 0.01, proportion + 0.01);
    }

    private void Pass(int blocks)
    {
        for (var i = 0; i < blocks; i++)
        {
            ledger.OpenBlock(ledger.State.Block + 1);
            ledger.CloseBlock();
        }
    }

    /// <summary>One pool's drift of log price, net of injection, beside −2q ÷ alpha in summed over the blocks.</summary>
    private sealed class Drift(Subnet subnet)
    {
        private Alpha swapped = subnet.PendingAlphaSwapped;
        private Alpha issuance = subnet.AlphaIssuance;
        private (double Tao, double Alpha) pool = (subnet.Pool.TaoReserve.Tokens, subnet.Pool.AlphaReserve.Tokens);

        public double Measured { get; private set; }

        public double Expected { get; private set; }

        public void Add()
        {
            // The pending count starts anew at an epoch, where it holds this block's sale alone no more: such a block repeats the last sale.
            var sold = subnet.PendingAlphaSwapped > swapped ? (subnet.PendingAlphaSwapped - swapped).Tokens : lastSold;
            var injected = (subnet.AlphaIssuance - issuance).Tokens - 1;
            var after = (Tao: subnet.Pool.TaoReserve.Tokens, Alpha: subnet.Pool.AlphaReserve.Tokens);
            Measured += Math.Log(after.Tao / after.Alpha) - Math.Log((pool.Tao + subnet.TaoEmission.Tokens) / (pool.Alpha + injected));
            Expected += -2 * sold / after.Alpha;
            (swapped, issuance, pool, lastSold) = (subnet.PendingAlphaSwapped, subnet.AlphaIssuance, after, sold);
        }

        private double lastSold;
    }
}
