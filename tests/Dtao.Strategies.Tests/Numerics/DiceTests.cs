using Dtao.Strategies.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Statistics;

namespace Dtao.Strategies.Tests.Numerics;

public class DiceTests
{
    [Fact]
    public void The_same_four_give_the_same_draws() =>
        Check.QuickThrowOnFailure(Prop.ForAll((ulong seed, ulong agent, long block) =>
            Draws(Dice.For(seed, agent, block, Purpose.Decide)).SequenceEqual(Draws(Dice.For(seed, agent, block, Purpose.Decide)))));

    [Fact]
    public void Each_of_the_four_matters() =>
        Check.QuickThrowOnFailure(Prop.ForAll((ulong seed, ulong agent, long block) =>
        {
            ulong[] firsts =
            [
                Dice.For(seed, agent, block, Purpose.Decide).NextUInt64(),
                Dice.For(unchecked(seed + 1), agent, block, Purpose.Decide).NextUInt64(),
                Dice.For(seed, unchecked(agent + 1), block, Purpose.Decide).NextUInt64(),
                Dice.For(seed, agent, unchecked(block + 1), Purpose.Decide).NextUInt64(),
                Dice.For(seed, agent, block, Purpose.Census).NextUInt64(),
            ];
            return firsts.Distinct().Count() == firsts.Length;
        }));

    [Fact]
    public void Going_to_a_block_forgets_what_was_drawn_before()
    {
        var dice = Dice.For(1, 2, 3, Purpose.Decide);
        Draws(dice);
        Draws(dice.At(4)).ShouldBe(Draws(Dice.For(1, 2, 4, Purpose.Decide)));
        Draws(dice.At(3, Purpose.Graph)).ShouldBe(Draws(Dice.For(1, 2, 3, Purpose.Graph)));
    }

    [Fact]
    public void Handing_dice_on_does_not_repeat_draws()
    {
        var dice = Dice.For(1, 2, 3, Purpose.Decide);
        var handed = dice;
        handed.NextUInt64().ShouldNotBe(dice.NextUInt64());
    }

    [Fact]
    public void An_agent_more_changes_nobodys_draws_and_nobodys_lot()
    {
        ulong[] Lots(ulong agents) => [.. Enumerable.Range(0, (int)agents).Select(a => Dice.Lot(9, (ulong)a, 100))];
        Lots(11)[..10].ShouldBe(Lots(10));
    }

    [Fact]
    public void A_lot_is_the_draw_of_no_purpose() =>
        Draws(Dice.For(1, 2, 3, Purpose.Lot)).ShouldNotContain(Dice.Lot(1, 2, 3));

    [Fact]
    public void What_has_no_weight_is_picked_as_if_it_were_not_there()
    {
        var (all, some) = (Dice.For(1, 2, 3, Purpose.Decide), Dice.For(1, 2, 3, Purpose.Decide));
        var world = Dice.For(1, 1, 1, Purpose.World);
        for (var length = 0; length < 300; length++)
        {
            double[] weights = [.. Enumerable.Range(0, length % 30).Select(_ => world.Chance(0.3) ? 0 : world.Normal(0, 1))];
            int[] heavy = [.. Enumerable.Range(0, weights.Length).Where(place => weights[place] > 0)];
            var picked = some.Weighted([.. heavy.Select(place => weights[place])]);
            all.Weighted(weights).ShouldBe(picked is { } place ? heavy[place] : null);
        }
    }

    [Theory]
    [InlineData("agents")]
    [InlineData("blocks")]
    [InlineData("seeds")]
    [InlineData("draws")]
    public void Neighbours_are_uncorrelated(string neighbours)
    {
        const int Count = 100_000;
        var dice = Dice.For(1, 2, 3, Purpose.Decide);
        var draws = Enumerable.Range(0, Count).Select(i => neighbours switch
        {
            "agents" => Dice.For(1, (ulong)i, 3, Purpose.Decide).Uniform(),
            "blocks" => Dice.For(1, 2, i, Purpose.Decide).Uniform(),
            "seeds" => Dice.For((ulong)i, 2, 3, Purpose.Decide).Uniform(),
            _ => dice.Uniform(),
        }).ToArray();
        draws.ShouldFollow(x => x);
        foreach (var lag in new[] { 1, 2, 3, 8, 64 })
            Math.Abs(Correlation.Pearson(draws[..^lag], draws[lag..])).ShouldBeLessThan(3.3 / Math.Sqrt(Count));
    }

    [Fact]
    public void Streams_of_two_purposes_are_uncorrelated()
    {
        const int Count = 100_000;
        var (a, b) = (Dice.For(1, 2, 3, Purpose.Decide), Dice.For(1, 2, 3, Purpose.Census));
        double[] Many(Dice dice) => [.. Enumerable.Range(0, Count).Select(_ => dice.Uniform())];
        Math.Abs(Correlation.Pearson(Many(a), Many(b))).ShouldBeLessThan(3.3 / Math.Sqrt(Count));
    }

    [Fact]
    public void Every_bit_is_set_half_of_the_time()
    {
        var counts = new int[64];
        for (ulong agent = 0; agent < 20_000; agent++)
        {
            var bits = Dice.Lot(3, agent, 1);
            for (var bit = 0; bit < 64; bit++) counts[bit] += (int)((bits >> bit) & 1);
        }
        foreach (var count in counts) count.ShouldBeInRange(9_700, 10_300);
    }

    private static ulong[] Draws(Dice dice) => [.. Enumerable.Range(0, 8).Select(_ => dice.NextUInt64())];
}
