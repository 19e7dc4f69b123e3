using Dtao.Records.Measuring;
using Dtao.Records.Reading;

namespace Dtao.Records.Tests.Measuring;

/// <summary>Two subnets whose figures are written by hand, hour by hour; values worked by hand.</summary>
public sealed class Series_of_a_run : IDisposable
{
    /// <summary>Of a run without a takeover and without kinds of subnets.</summary>
    private static readonly string[] Silent =
    [
        "taken-price", "taken-price-share", "taken-emission-share", "taken-root-weight", "foundation-weight",
        "emission-ai", "emission-meme", "emission-cost-subsidy", "emission-empty", "output-per-tao", "price-revenue-rank", "price-output-rank", "captured-subnets",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Prices 0.5 and 1.5, emission 300 and 100 rao; 10 TAO bought every hour and sold for every second one; w = 0.5, 1,000 of 4,000 TAO on root,
    // 20,000 alpha in existence, 5,000 of it staked.
    [Theory]
    [InlineData("price-sum", 2)]
    [InlineData("subnets", 2)]
    [InlineData("emitting-subnets", 2)]
    [InlineData("capped-subnets", 1)]
    [InlineData("tao-in-pools", 2000)]
    [InlineData("free-tao", 500)]
    [InlineData("root-tao-share", 0.25)]
    [InlineData("root-proportion", 0.5 * 1_000 / (0.5 * 1_000 + 20_000))]
    [InlineData("emission-top-10", 1)]
    [InlineData("emission-hhi", 0.625)]
    [InlineData("price-top-10", 1)]
    [InlineData("price-hhi", 0.625)]
    [InlineData("trades", 48 * 3)]
    [InlineData("refusals", 24)]
    [InlineData("bought-tao", 480)]
    [InlineData("sold-tao", 240)]
    [InlineData("turnover-1d", 24 * 10 + 12 * 10)]
    [InlineData("taken-price", 1.5)]
    [InlineData("taken-price-share", 0.75)]
    [InlineData("taken-emission-share", 0.25)]
    [InlineData("taken-root-weight", 0.5 * 1_000 / (0.5 * 1_000 + 5_000))]
    [InlineData("foundation-weight", 0.3)]
    public void End_as_they_should(string name, double expected) =>
        Assert.Equal(expected, Of(name, new WrittenRun { Hours = 48, Price = _ => 1.5, Takeover = 600, Foundation = [(900, 0.2), (1_200, 0.3)] }).Final, 12);

    [Fact]
    public void Of_a_run_without_a_takeover_and_kinds_tell_nothing_of_them()
    {
        var run = new WrittenRun { Hours = 3 };
        string[] silent = [.. RunSeries.All.Select(series => series.Name).Where(name => double.IsNaN(Of(name, run).Final))];
        Assert.Equal(Silent, silent);
    }

    [Fact]
    public void Leave_out_what_has_no_share()
    {
        var nothing = new WrittenRun { Hours = 2, Emission = hour => hour == 2 ? -300 : 100 };
        Assert.True(double.IsNaN(Of("emission-hhi", nothing).Final));
        Assert.Equal(0.625, Of("emission-hhi", nothing).At(0), 12);
    }

    [Fact]
    public void Have_names_of_their_own_and_a_meaning()
    {
        Assert.Equal(RunSeries.All.Count, RunSeries.All.Select(series => series.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(RunSeries.All, series => Assert.True(series.Meaning.Length > 0 && RunSeries.Find(series.Name) == series));
        Assert.Null(RunSeries.Find("no-such"));
    }

    [Fact]
    public void Can_be_read_of_a_run_as_it_is_recorded()
    {
        using var run = RunReader.Open(new SmallRun().Record(folder)).OpenDatabase();
        Assert.All(RunSeries.All.Where(series => !Silent.Contains(series.Name, StringComparer.Ordinal)), series => Assert.True(series.Of(run).Final >= 0, series.Name));
    }

    private Course Of(string name, WrittenRun run)
    {
        var path = Path.Combine(folder, name);
        using var database = RunReader.Open(Directory.Exists(path) ? path : run.Below(folder, name)).OpenDatabase();
        return RunSeries.Find(name)!.Of(database);
    }
}
