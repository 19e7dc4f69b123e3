using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Measuring;
using Dtao.Records.Reading;
using Dtao.Records.Recording;
using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;

namespace Dtao.Records.Tests.Measuring;

/// <summary>Runs of two subnets whose prices are written by hand, hour by hour; figures worked by hand.</summary>
public sealed class Figures_of_a_run : IDisposable
{
    private const int Days = 30;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Of_prices_that_double_and_halve_by_turns_have_a_known_spread_and_memory()
    {
        using var run = Market(hour => hour % 2 == 0 ? 1 : 2, hour => hour % 2 == 0 ? 2 : 1);
        Assert.Equal(Math.Log(2), Value(run, "volatility-1h"), 2);
        Assert.Equal(-1, Value(run, "acf-1h"), 2);
        Assert.Equal(-2, Value(run, "kurtosis-1h"), 2); // two equal points
        Assert.Equal(-0.5, Value(run, "drawdown"), 9);
        Assert.Equal(0, Value(run, "volatility-1d"), 9); // the same hour every day
    }

    [Fact]
    public void Of_a_still_market_are_even_shares_and_ranks_that_stay()
    {
        using var run = Market(_ => 0.5, _ => 1.5);
        Assert.Equal(0.25, Value(run, "price-gini"), 9); // (2·(0.5 + 2·1.5)) ÷ (2·2) − 3 ÷ 2
        Assert.Equal(0.625, Value(run, "price-hhi"), 9); // 0.25² + 0.75²
        Assert.Equal(1, Value(run, "price-top-10-share"), 9);
        Assert.Equal((0.0, 0.0), (Value(run, "pump-rate"), Value(run, "crash-rate")));
        Assert.True(double.IsNaN(Value(run, "given-back-1d"))); // there was no pump
        Assert.True(double.IsNaN(Value(run, "rank-persistence-7d"))); // two subnets have no rank correlation
    }

    [Fact]
    public void Count_leaps_a_subnet_and_year_and_what_is_given_back()
    {
        // One subnet leaps to 2.5 at hour 240 and is at 1 again from hour 280 on; the other stands still.
        using var run = Market(_ => 1, hour => hour is >= 240 and < 250 ? 2.5 : hour >= 250 ? 1 : 1.0);
        var years = 2 * ((Days - 1) * 24 + 1) / (365.0 * 24);
        Assert.Equal(1 / years, Value(run, "pump-rate"), 6);
        Assert.Equal(1 / years, Value(run, "crash-rate"), 6);
        Assert.Equal(-0.6, Value(run, "given-back-1d"), 9);
    }

    [Theory]
    [InlineData("drawdown")]
    [InlineData("pump-rate")]
    [InlineData("crash-rate")]
    public void Of_a_day_are_unknown_since_its_first_day_does_not_count(string name) =>
        Assert.True(double.IsNaN(Value(Evidence.Of(RunReader.Open(new WrittenRun { Hours = 24, Price = hour => hour == 12 ? 5 : 1 }.Below(folder))), name)));

    [Fact]
    public void Have_names_of_their_own_a_meaning_and_a_source()
    {
        Assert.Equal(RunFigure.All.Count, RunFigure.All.Select(figure => figure.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(RunFigure.All, figure => Assert.True(figure.Meaning.Length > 0 && figure.Source.Length > 0));
    }

    [Fact]
    public void Have_no_name_that_a_measure_has() => Assert.Empty(RunFigure.All.Select(figure => figure.Name).Intersect(MeasureCatalogue.Names, StringComparer.Ordinal));

    private static double Value(Evidence run, string name) => RunFigure.All.Single(figure => figure.Name == name).Of(run);

    private Evidence Market(Func<int, double> apex, Func<int, double> meme)
    {
        var ledger = Some.Ledger();
        var plan = Some.Plan(ledger);
        var written = RunFolder.Create(folder, "written", replace: true);
        using (var recorder = RunRecorder.Start(written, plan with { Opening = At(0) }))
        {
            for (var hour = 1; hour <= Days * 24; hour++) recorder.Post(new BlockBatch(Some.FirstBlock + hour * Block.PerHour, [], At(hour)));
            recorder.Complete(new RunEnding("00", Some.WealthOf(ledger.State), AccountHolding.AllOf(ledger.State)));
        }
        return Evidence.Of(RunReader.Open(written.Path));

        BlockSample At(int hour) => plan.Opening with { Market = plan.Opening.Market with { Block = Some.FirstBlock + hour * Block.PerHour, Quotes = Quotes(hour) } };

        QuoteList Quotes(int hour) => [.. plan.Opening.Market.Quotes.Select(quote => quote with { Price = quote.Netuid == Some.Apex ? apex(hour) : meme(hour) })];
    }
}
