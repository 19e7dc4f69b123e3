using Dtao.Strategies.Outside;

namespace Dtao.Strategies.Tests.Outside;

/// <summary>Held against the laws of an Ornstein–Uhlenbeck process with compound Poisson jumps, over paths enough for four standard errors.</summary>
public class A_mean_reverting_level
{
    private const int Paths = 20_000, Reversion = 1000;

    private static MeanReversion Level(double mean = 10, double spread = 0.5, double jumpEvery = 1000, double jumpSize = 0) => new(mean, Reversion, spread, jumpEvery, jumpSize);

    /// <summary>The level of each path after looks at these heights.</summary>
    private static double[] Levels(Func<MeanReversion> level, params long[] looks) =>
        [.. Enumerable.Range(1, Paths).Select(path => Path(level(), (ulong)path, looks).Last())];

    private static IEnumerable<double> Path(MeanReversion level, ulong agent, params IEnumerable<long> looks) =>
        looks.Select(height => level.At(height, Some.Dice(height, agent)));

    private static double Variance(double[] values) => values.Average(value => value * value) - values.Average() * values.Average();

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0, 0.6)]
    [InlineData(0.4, 0.4)]
    public void has_the_mean_that_it_is_called_by(double spread, double jumpSize) =>
        Levels(() => Level(mean: 10, spread, jumpEvery: 500, jumpSize), 0, 700).Average().ShouldBe(10, tolerance: 0.25);

    [Theory]
    [InlineData(0.5, 0, 0.25)] // s²
    [InlineData(0, 0.6, 0.36)] // ν·δ² ÷ 2, two jumps in a time of reversion
    [InlineData(0.4, 0.4, 0.32)]
    public void has_the_variance_of_its_log_in_the_long_run_and_says_so(double spread, double jumpSize, double variance)
    {
        Level(10, spread, 500, jumpSize).LogVariance.ShouldBe(variance, tolerance: 1e-12);
        var logs = Levels(() => Level(10, spread, 500, jumpSize), 0, 700).Select(value => Math.Log(value)).ToArray();
        Variance(logs).ShouldBe(variance, tolerance: 0.03 * variance + 0.01);
    }

    [Theory]
    [InlineData(1000L)]
    [InlineData(100L, 350L, 1000L)]
    public void keeps_1_over_e_of_a_deviation_after_its_time_however_often_one_looks(params long[] looks)
    {
        var paths = Enumerable.Range(1, Paths).Select(path => Path(Level(), (ulong)path, [0, .. looks]).ToArray()).ToArray();
        var (first, last) = (paths.Select(path => Math.Log(path[0])).ToArray(), paths.Select(path => Math.Log(path[^1])).ToArray());
        var covariance = first.Zip(last, (a, b) => a * b).Average() - first.Average() * last.Average();
        (covariance / Variance(first)).ShouldBe(Math.Exp(-1), tolerance: 0.03);
        Variance(last).ShouldBe(0.25, tolerance: 0.012);
    }

    [Fact]
    public void without_spread_and_jumps_stands_still() => Path(Level(mean: 7, spread: 0), agent: 1, 0, 10, 5000).ShouldAllBe(level => level == 7);

    [Fact]
    public void is_the_same_for_the_same_dice_and_another_for_others()
    {
        Path(Level(jumpSize: 0.5), 1, 0, 500, 900).ToArray().ShouldBe(Path(Level(jumpSize: 0.5), 1, 0, 500, 900).ToArray());
        Path(Level(jumpSize: 0.5), 1, 0, 500, 900).ToArray().ShouldNotBe(Path(Level(jumpSize: 0.5), 2, 0, 500, 900).ToArray());
    }
}
