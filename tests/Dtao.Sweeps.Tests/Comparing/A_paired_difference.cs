using Dtao.Records.Validation;
using Dtao.Sweeps.Comparing;

namespace Dtao.Sweeps.Tests.Comparing;

public sealed class A_paired_difference
{
    private static readonly KeyMeasure Rise = new("rise", MeasureUnit.Times, "how far it rose"), Fall = new("fall", MeasureUnit.Percent, "how far it fell");

    [Fact]
    public void is_taken_seed_by_seed_whatever_the_spread_between_seeds()
    {
        var row = Between([Run(1, 10), Run(2, 200), Run(3, 3_000)], [Run(3, 3_001), Run(1, 11), Run(2, 201)]);
        Assert.Equal((1, 1, 1, 3), (row.Difference.Low, row.Difference.Median, row.Difference.High, row.Difference.Count));
        Assert.Equal((200, 201), (row.A.Median, row.B.Median));
    }

    [Fact]
    public void counts_only_seeds_that_both_have() => Assert.Equal(1, Between([Run(1, 10), Run(2, 20)], [Run(2, 25), Run(7, 30)]).Difference.Count);

    [Fact]
    public void leaves_out_what_nobody_can_tell() =>
        Assert.DoesNotContain(PairedDifference.Between([Run(1, 10)], [Run(1, 11)]), row => row.Measure == Fall);

    private static PairedDifference Between(KeyMeasures[] a, KeyMeasures[] b) => PairedDifference.Between(a, b).Single(row => row.Measure == Rise);

    private static KeyMeasures Run(ulong seed, double rise) =>
        new(seed, [Rise, Fall], new Dictionary<string, double>(StringComparer.Ordinal) { ["rise"] = rise, ["fall"] = double.NaN });
}
