using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

/// <summary>Who brings what goes on outside.</summary>
public class WiresTests
{
    private static Intent Look(IStrategy wire, long block) => wire.Decide(Some.Sight(block, [Some.Quote(1, 0.01)], free: 100), Some.Dice(block));

    [Fact]
    public void A_regime_is_told_again_and_again_and_a_turn_is_news_of_the_market()
    {
        var wire = Configured.Strategy<MarketRegime>("bull = 10 days", "bear = 10 days", "begins-bull = 100%", "shift = 15%", "repeat = 1 day");
        var (block, told, news) = (1000L, new List<double>(), new List<double>());
        for (var look = 0; look < 200; look++)
        {
            var intent = Look(wire, block);
            intent.Commands.ShouldBeEmpty();
            intent.Posts.ShouldAllBe(post => post.Netuid == NetUid.Root);
            told.Add(intent.Posts.Single(post => post.Topic == Topic.Regime).Value);
            news.Add(intent.Posts.Where(post => post.Topic == Topic.News).Sum(post => post.Value));
            var next = intent.Conditions.ShouldHaveSingleItem().Blocks;
            (next - block).ShouldBeInRange(1, Block.PerDay);
            block = next;
        }
        told[0].ShouldBe(1);
        told.Distinct().Order().ShouldBe([-1, 1]);
        for (var look = 1; look < 200; look++) news[look].ShouldBe(told[look] == told[look - 1] ? 0 : 0.15 * told[look]);
    }

    [Fact]
    public void A_hash_price_is_told_again_and_again()
    {
        var wire = Configured.Strategy<HashPriceWire>("repeat = 1 day");
        var first = Look(wire, 1000);
        first.Posts.ShouldHaveSingleItem().Topic.ShouldBe(Topic.HashPrice);
        first.Conditions.ShouldBe([When.In(new Block(1000), Block.PerDay)]);
        Look(wire, 1000 + Block.PerDay).Posts.ShouldHaveSingleItem().Value.ShouldNotBe(first.Posts[0].Value);
    }
}
