using Dtao.Protocol.Emission;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Emission;

/// <summary>Target 31 of the record: in quiet times the price drifts by −2q ÷ alpha in, q being root's alpha sold a block.</summary>
public sealed class Root_alpha_sales
{
    private const int Day = Block.PerDay, First = 4_920_351;

    [Fact] // Without traders every launch pool settles where its cap binds, so the drift is taken net of what is injected.
    public void drift_the_price_by_minus_2q_over_alpha_in_on_days_5_to_10_of_a_launch_without_agents()
    {
        var ledger = Market(Tao.Of(1), Alpha.Of(1));
        Pass(ledger, 5 * Day);
        foreach (var seen in Observe(ledger, 5 * Day)) Assert.InRange(seen.DriftNetOfInjection / seen.Expected, 0.9, 1.1);
    }

    [Fact] // Pools as the record has them on 20 February: 23,600 alpha, at a price above their emission share.
    public void drift_the_price_by_minus_2q_over_alpha_in_where_the_cap_does_not_bind()
    {
        var ledger = Market(Tao.Of(1200), Alpha.Of(23_600));
        var free = Observe(ledger, Day / 4).Where(seen => !seen.CapBound).ToArray();
        Assert.True(free.Length > 40, $"only {free.Length} pools were free of the cap");
        foreach (var seen in free) Assert.InRange(seen.DriftNetOfInjection / seen.Expected, 0.9, 1.1);
    }

    private static IReadOnlyCollection<Observed> Observe(Ledger ledger, int blocks)
    {
        var seen = ledger.State.Subnets.ToDictionary(s => s.Netuid, s => new Observed(s));
        for (var block = 0; block < blocks; block++)
        {
            Pass(ledger, 1);
            foreach (var subnet in ledger.State.Subnets) seen[subnet.Netuid].Add(subnet);
        }
        return seen.Values;
    }

    private static Ledger Market(Tao tao, Alpha alpha)
    {
        var genesis = new Genesis(new Block(First), Some.Rules);
        var validator = genesis.Open(Tao.Zero);
        genesis.Stake(validator, NetUid.Root, validator, Alpha.Of(6_000_000));
        for (ushort netuid = 1; netuid <= 64; netuid++)
        {
            genesis.Open(new NetUid(netuid), validator, new Pool(tao, alpha), I96F32.FromDouble(0.25 / netuid));
            genesis.Register(new NetUid(netuid), validator);
        }
        return genesis.Build();
    }

    private static void Pass(Ledger ledger, int blocks)
    {
        for (var i = 0; i < blocks; i++)
        {
            ledger.OpenBlock(ledger.State.Block + 1);
            ledger.CloseBlock();
        }
    }

    /// <summary>One pool's observed drift of log price a block, and what the formula says, summed over the days.</summary>
    private sealed class Observed(Subnet subnet)
    {
        private readonly double firstLogPrice = LogPrice(subnet);
        private double injected;
        private Pool before = subnet.Pool;

        public bool CapBound { get; private set; }

        public double Expected { get; private set; }

        public double DriftNetOfInjection => lastLogPrice - firstLogPrice - injected;

        private double lastLogPrice;

        public void Add(Subnet now)
        {
            CapBound |= now.CapBoundBlocks > 0;
            var sold = RootAlpha(now);
            var injectedAlpha = now.Pool.AlphaReserve.Tokens - before.AlphaReserve.Tokens - sold;
            injected += Math.Log((before.TaoReserve.Tokens + now.TaoEmission.Tokens) / (before.AlphaReserve.Tokens + injectedAlpha)) - Math.Log(before.TaoReserve.Tokens / before.AlphaReserve.Tokens);
            Expected += -2 * sold / now.Pool.AlphaReserve.Tokens;
            lastLogPrice = LogPrice(now);
            before = now.Pool;
        }

        private static double RootAlpha(Subnet now) =>
            EmissionSplit.Of(1_000_000_000, I96F32.FromU16(Some.Rules.OwnerCutU16), RootProportion.Of(RootProportion.WeightedRoot(6_000_000_000_000_000, Some.Rules.TaoWeightU64), now.AlphaIssuance.Rao)).RootAlpha.Tokens;

        private static double LogPrice(Subnet now) => Math.Log(now.Pool.TaoReserve.Tokens / now.Pool.AlphaReserve.Tokens);
    }
}
