using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Validators;

namespace Dtao.Strategies.Tests.Validators;

public class ScoresTests
{
    private static readonly Metagraph Page = Pages.OfEpoch(1, 1000, 150,
        Pages.Miner(20, paid: 0.7, held: 100, sold: 0), Pages.Miner(21, paid: 0.3, held: 300, sold: 2), Pages.Miner(22, paid: 0, held: 0, sold: 6));

    [Fact]
    public void By_holding_go_by_alpha_held() => By(Scores.ByHolding).ShouldBe([100, 300, 0]);

    [Fact]
    public void By_sales_go_by_the_TAO_that_was_got_and_not_by_what_is_held() => By(Scores.BySales).ShouldBe([0, 2, 6]);

    [Fact]
    public void By_consensus_go_by_what_the_last_epoch_paid() => By(Scores.ByConsensus).ShouldBe([0.7, 0.3, 0]);

    [Fact]
    public void Become_weights_with_the_largest_at_65535_and_no_zeros_among_them() =>
        Scores.ToWeights([0, 2, 6], own: 9).ShouldBe([new Link(1, 21_845), new Link(2, 65_535)]);

    [Theory] // whether it stands among the fours of a row or in the rest of it
    [InlineData(1)]
    [InlineData(4)]
    public void Become_no_weights_where_one_is_no_number(int at)
    {
        double[] scores = [3, 2, 1, 4, 5];
        scores[at] = double.NaN;
        Scores.ToWeights(scores, own: 9).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(-0.0)]
    public void Become_no_weights_where_none_is_above_0(double score) => Scores.ToWeights([score, score, score, score, score, score], own: 9).ShouldBeEmpty();

    /// <summary>The plain form: score by score.</summary>
    [Fact]
    public void Become_the_same_weights_in_a_row_of_any_length_as_one_by_one()
    {
        var dice = Dice.For(1, 1, 1, Purpose.World);
        for (var round = 0; round < 2_000; round++)
        {
            double[] scores = [.. Enumerable.Range(0, 1 + round % 70).Select(_ => dice.Chance(0.2) ? 0 : Reproducible.Exp(dice.Normal(0, 5)))];
            var own = dice.Below(scores.Length);
            var largest = scores.Where((_, uid) => uid != own).Append(0).Max();
            var plain = from uid in Enumerable.Range(0, scores.Length)
                        let weight = 65535 * (scores[uid] / largest)
                        where uid != own && weight >= 1
                        select new Link((ushort)uid, (ushort)weight);
            Link[] expected = [.. plain];
            Scores.ToWeights(scores, own).ShouldBe(expected);
        }
    }

    [Fact]
    public void Do_not_count_for_whoever_gives_them() => Scores.ToWeights([1, 2, 6], own: 2).ShouldBe([new Link(0, 32_767), new Link(1, 65_535)]);

    [Fact]
    public void Of_nobody_or_of_oneself_alone_are_no_weights()
    {
        Scores.ToWeights([0, 0, 0], own: 9).ShouldBeEmpty();
        Scores.ToWeights([0, 0, 6], own: 2).ShouldBeEmpty();
    }

    private static double[] By(Way way)
    {
        var scores = new double[Page.Neurons.Length];
        way(Page, scores);
        return scores;
    }

    private delegate void Way(Metagraph subnet, Span<double> scores);
}
