using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Sensing;

public sealed class SeenWorkTests
{
    /// <summary>The plain form: a dictionary by account.</summary>
    [Fact]
    public void Whoever_stands_where_on_a_page_has_the_quality_that_was_seen_last()
    {
        var dice = Dice.For(1, 1, 1, Purpose.World);
        var (seen, plain) = (new SeenWork(), new Dictionary<int, double>());
        for (var round = 0; round < 2_000; round++)
        {
            for (var posts = dice.Below(5); posts > 0; posts--)
            {
                var (account, quality) = (dice.Below(60), dice.Chance(0.2) ? 0 : dice.Uniform());
                seen.Note(new AccountId(account), plain[account] = quality);
            }
            var page = Page(dice);
            seen.On(page).ToArray().Select(quality => quality < 0 ? (double?)null : quality)
                .ShouldBe(page.Neurons.Select(neuron => plain.TryGetValue(neuron.Hotkey.Index, out var quality) ? quality : (double?)null));
            seen.PaidOn(page).ShouldBe(page.Neurons.Sum(neuron => neuron.IncentiveShare * plain.GetValueOrDefault(neuron.Hotkey.Index)));
        }
    }

    /// <summary>Up to 40 of 60 accounts.</summary>
    private static Metagraph Page(Dice dice)
    {
        int[] accounts = [.. Enumerable.Range(0, 60)];
        dice.Shuffle<int>(accounts);
        return Pages.OfEpoch(1, 1000, 10, [.. accounts[..dice.Below(40)].Select(account => Pages.Miner(account, paid: dice.Uniform()))]);
    }
}
