using Dtao.Records.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Records.Tests.Statistics;

/// <summary>What holds of every series.</summary>
public sealed class StatisticsLaws
{
    private const double Close = 1e-9;

    [Fact]
    public void No_autocorrelation_is_above_one() => ForAll(prices => Enumerable.Range(1, 5).Select(lag => Autocorrelation.At(lag, LogReturns.Of(prices))).All(r => double.IsNaN(r) || Math.Abs(r) <= 1 + Close));

    [Fact]
    public void Neither_the_unit_of_a_price_nor_a_gap_at_its_end_matters_to_returns() => ForAll(prices =>
    {
        var (once, again) = (LogReturns.Of(prices), LogReturns.Of([.. prices.Select(price => price * 1024), double.NaN]));
        return Near(ReturnMoments.StandardDeviation(once), ReturnMoments.StandardDeviation(again))
            && Near(ReturnMoments.ExcessKurtosis(once), ReturnMoments.ExcessKurtosis(again));
    });

    [Fact]
    public void Hill_does_not_ask_how_large_returns_are() => ForAll(prices =>
        Near(HillExponent.Of(LogReturns.Of(prices), 0.5), HillExponent.Of(LogReturns.Of(prices).Select(r => r * 8), 0.5)));

    [Fact]
    public void A_drawdown_is_no_more_than_all_and_grows_with_its_time() => ForAll(prices =>
        Drawdown.Deepest(prices) is > -1 and <= 0
        && Enumerable.Range(1, prices.Length).Select(steps => Drawdown.DeepestWithin(steps, prices)).Pairwise().All(pair => pair.Later <= pair.Earlier + Close)
        && Near(Drawdown.Deepest(prices), Drawdown.DeepestWithin(prices.Length, prices)));

    [Fact]
    public void Ranks_do_not_change_under_a_rising_function() => ForAll(prices =>
        Near(RankCorrelation.Between(prices, [.. prices.Reverse()]), RankCorrelation.Between([.. prices.Select(Math.Sqrt)], [.. prices.Reverse().Select(price => price * price)])));

    [Fact]
    public void Surges_keep_their_distance() => ForAll(prices =>
        Surges.Up(0.1, 1, 3, prices).Concat([int.MaxValue]).Pairwise().All(pair => pair.Later - pair.Earlier >= 3));

    [Fact]
    public void A_band_lies_in_order_and_among_its_values() => ForAll(prices =>
        Band.Of(prices) is var band && prices.Min() <= band.Low && band.Low <= band.Median && band.Median <= band.High && band.High <= prices.Max());

    private static bool Near(double one, double other) => double.IsNaN(one) && double.IsNaN(other) || Math.Abs(one - other) <= Close * Math.Max(1, Math.Abs(one));

    /// <summary>Of every series of four prices or more.</summary>
    private static void ForAll(Func<double[], bool> law)
    {
        var prices = Gen.Choose(1, 1_000_000).Select(millionths => millionths / 1e6).ArrayOf().Where(array => array.Length >= 4);
        Check.QuickThrowOnFailure(Prop.ForAll(prices.ToArbitrary(), law));
    }
}

internal static class Neighbours
{
    public static IEnumerable<(T Earlier, T Later)> Pairwise<T>(this IEnumerable<T> items)
    {
        var all = items.ToArray();
        return all.Zip(all.Skip(1));
    }
}
