using Dtao.Protocol.Ledgers;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Catalogue;

/// <summary>Markets, purses and talk as odd as they come: empty pools, prices from dust to giants, posts that make no sense.</summary>
internal static class AnyMarket
{
    public static Sight Sight(ulong seed, long block)
    {
        var dice = Dice.For(seed, 0, block, Purpose.Named("any-market"));
        var quotes = Enumerable.Range(1, dice.Below(7)).Select(netuid => Quote(netuid, dice)).ToArray();
        var root = RootNetwork(quotes, Dice.For(seed, 0, block, Purpose.Named("any-root")));
        if (root is not null && seed % 2 == 0) quotes = Array.ConvertAll(quotes, quote => quote with { IsWithoutPool = true, Price = 0, TaoReserve = Tao.Zero, AlphaReserve = Alpha.Zero });
        var held = quotes.Where(quote => dice.Chance(0.5) && !quote.IsWithoutPool).Select(quote => (quote.Netuid, Hotkey: Some.Validator)).ToList();
        if (held.Count > 0 && dice.Chance(0.3)) held.Add((held[^1].Netuid, Some.Self));
        if (dice.Chance(0.7)) held.Insert(0, (NetUid.Root, Some.Validator));
        return new Sight(
            new Block(block),
            new MarketView(new Block(block - 1), [.. quotes], new Tao(Amount(dice)), Tao.Of(8_380_000)) { Metagraphs = [.. quotes.Where(_ => dice.Chance(0.8)).Select(quote => Page(quote, block, dice))], RootNetwork = root },
            new Statement(Some.Self, new Tao(Amount(dice)), [.. held.Select(h => new Holding(h.Netuid, h.Hotkey, new Alpha(Amount(dice))))]),
            new Feed([.. Enumerable.Range(0, dice.Below(10)).Select(_ => Post(dice))]),
            Some.Validator);
    }

    private static SubnetQuote Quote(int netuid, Dice dice)
    {
        var (tao, alpha) = (Amount(dice), Amount(dice));
        return Some.Quote(netuid, 1, movingPrice: dice.Chance(0.2) ? 0 : dice.LogNormal(0.01, 3)) with
        {
            TaoReserve = new Tao(tao),
            AlphaReserve = new Alpha(alpha),
            Price = alpha == 0 ? 0 : tao / (double)alpha,
            Staked = new Alpha(Amount(dice)),
            LastDividends = new Alpha(Amount(dice)),
            LastRootDividends = new Tao(Amount(dice)),
            RegistrationCost = new Tao(Amount(dice)),
            Ask = dice.Chance(0.5) ? new Tao(Amount(dice)) : null,
            Owner = dice.Chance(0.3) ? Some.Self : Some.Validator,
        };
    }

    /// <summary>None, or up to three seats with votes for what there is and for root itself; the agent's is among them now and then.</summary>
    private static RootNetworkView? RootNetwork(SubnetQuote[] quotes, Dice dice) => dice.Chance(0.5) ? null : new RootNetworkView(
        [.. Enumerable.Range(0, dice.Below(4)).Select(i => new RootSeatView(dice.Chance(0.4) ? Some.Self : new AccountId(20 + i), new Tao(Amount(dice)),
            [.. quotes.Select(quote => quote.Netuid).Prepend(NetUid.Root).Where(_ => dice.Chance(0.7)).Select(netuid => new RootWeight(netuid, (ushort)dice.Below(65_536)))]))],
        64,
        new Tao(Amount(dice)));

    /// <summary>Up to a dozen neurons, the agent among them now and then, with shares that sum to 1 or are 0.</summary>
    private static Metagraph Page(SubnetQuote quote, long block, Dice dice)
    {
        var (neurons, epoch) = (dice.Below(12), block - 1 - dice.Below(361));
        double[] Shares()
        {
            var parts = Enumerable.Range(0, neurons).Select(_ => dice.Chance(0.5) ? dice.Uniform() : 0).ToArray();
            return Array.ConvertAll(parts, part => parts.Sum() > 0 ? part / parts.Sum() : 0);
        }
        var (first, votes, paid, dividends) = (dice.Below(10), Shares(), Shares(), Shares());
        return new Metagraph(quote.Netuid, new Block(dice.Chance(0.8) ? epoch : block - 1), new Block(epoch), new Alpha(Amount(dice)), [.. Enumerable.Range(0, neurons).Select(uid =>
            new NeuronView(new AccountId(first + uid), new Block(dice.Below((int)block)), dice.Chance(0.5), votes[uid], paid[uid], dividends[uid], new Alpha(Amount(dice)), new Tao(Amount(dice))))]);
    }

    /// <summary>Nothing, or from 1 rao to 21 million.</summary>
    private static ulong Amount(Dice dice) => dice.Chance(0.15) ? 0 : (ulong)Reproducible.Exp(dice.Uniform(0, Reproducible.Log(21e15)));

    private static Heard Post(Dice dice)
    {
        double[] values = [0, 1, -1, 0.1, 1e300, -1e300, double.NaN, double.PositiveInfinity, dice.Normal(0, 1)];
        var about = dice.Chance(0.5) ? new AccountId(dice.Below(20)) : (AccountId?)null;
        return Some.Heard(dice.Below(70_000) % 65_536 / (dice.Chance(0.8) ? 10_000 : 1), dice.Pick(Enum.GetValues<Topic>()), dice.Pick(values)) with { Of = about };
    }
}
