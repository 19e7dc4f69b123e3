using Dtao.Sweeps.Metrics;
using Dtao.Sweeps.Workers;

namespace Dtao.Sweeps.Tests.Workers;

public sealed class A_row_between_processes
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(1e-320)]
    [InlineData(-1.7976931348623157e308)]
    [InlineData(3.0000000000000004)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Keeps_every_bit_of_a_number(double value)
    {
        var read = RowJson.Read(RowJson.Write(new RunRow(7, new RunOutcome([value], [new SeriesValue("price-sum", 300, value)]), "aa", "bb", Failure: null)));
        Assert.Equal((7, value, new SeriesValue("price-sum", 300, value), "aa", "bb", null), (read.Run, read.Outcome!.Values.Single(), read.Outcome.Series.Single(), read.StateHash, read.ConfigHash, read.Failure));
    }

    [Fact]
    public void Is_one_line_whatever_a_failure_says()
    {
        var row = new RunRow(3, null, "", "", new RunFailure(FailureKind.Threw, "first\nsecond \"third\" \u0000", "herd-1", 4_920_400));
        var line = RowJson.Write(row);
        Assert.DoesNotContain('\n', line);
        Assert.Equal(row, RowJson.Read(line));
    }
}
