using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Tests.Numerics;

public class SelectionTests
{
    [Fact]
    public void It_finds_what_stands_there_in_a_sorted_row()
    {
        var dice = Dice.For(1, 1, 1, Purpose.World);
        for (var round = 0; round < 20_000; round++)
        {
            double[] row = [.. Enumerable.Range(0, 1 + round % 80).Select(_ => round % 2 == 0 ? dice.Uniform() : dice.Below(6))];
            var place = dice.Below(row.Length);
            Selection.At(row.ToArray(), place).ShouldBe(row.Order().ElementAt(place));
        }
    }

    [Fact]
    public void It_finds_it_in_a_row_that_is_sorted_already_or_the_other_way_round()
    {
        var row = Enumerable.Range(0, 71).Select(i => (double)i).ToArray();
        for (var place = 0; place < row.Length; place++)
        {
            Selection.At(row.ToArray(), place).ShouldBe(place);
            Selection.At(row.Reverse().ToArray(), place).ShouldBe(place);
        }
    }
}
