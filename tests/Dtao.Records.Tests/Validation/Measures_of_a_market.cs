using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dtao.Protocol.Units;
using Dtao.Records.Panels;
using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;

namespace Dtao.Records.Tests.Validation;

/// <summary>A market of two subnets for fifty days, by the hour, in price files written by hand.</summary>
public sealed class Measures_of_a_market : IDisposable
{
    private const int Hours = 50 * 24;

    /// <summary>Hour 0 of the files: 16 February 2025, midnight.</summary>
    private static readonly DateTime Midnight = new(2025, 2, 16, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_price_that_doubles_and_halves_by_turns_has_a_known_spread_and_memory()
    {
        using var evidence = Market(hour => hour % 2 == 0 ? 1 : 2, hour => hour % 2 == 0 ? 1 : 2);
        Assert.Equal(Math.Log(2), Value(evidence, "hourly-sd-launch"), 2);
        Assert.Equal(-1, Value(evidence, "return-acf-1h"), 2);
        Assert.Equal(0, Value(evidence, "return-acf-1h-small"));
        Assert.Equal(-0.5, Value(evidence, "drawdown-30d"), 9);
    }

    [Fact]
    public void A_still_market_has_even_shares_and_keeps_its_ranks()
    {
        using var evidence = Market(_ => 0.5, _ => 1.5);
        Assert.Equal((2, 2, 2), (Value(evidence, "price-sum-low-day-3"), Value(evidence, "price-sum-peak-week-1"), Value(evidence, "price-sum-day-16")));
        Assert.Equal((0.25, 0.25), (Value(evidence, "gini-low"), Value(evidence, "gini-high")));
        Assert.Equal((0.625, 1), (Value(evidence, "hhi-low"), Value(evidence, "top-10-high")));
        Assert.Equal(2, Value(evidence, "subnets-day-47"));
        Assert.Equal(2, Value(evidence, "top-10-staying"));
        Assert.Equal(0, Value(evidence, "below-start"));
    }

    [Fact]
    public void Leaps_are_counted_a_subnet_and_year()
    {
        // One subnet doubles on day 20 (from its hour 480 on) and loses two thirds on day 30.
        using var evidence = Market(_ => 1, hour => hour < 480 ? 1 : hour < 720 ? 2.5 : 0.75);
        var years = 2 * (24 + 1 / 24.0) / 365;
        Assert.Equal(1 / years, Value(evidence, "pumps-a-year"), 6);
        Assert.Equal(1 / years, Value(evidence, "crashes-a-year"), 6);
        Assert.Equal(0, Value(evidence, "give-back-1d"), 9);
        Assert.Equal(0.5, Value(evidence, "below-start"));
    }

    [Fact]
    public void The_beginning_of_the_chain_is_measured_as_a_run_of_that_length()
    {
        using var evidence = Market(hour => hour < 40 * 24 ? 1 : 9, _ => 1);
        Assert.Equal(Finding.Measured, MeasureCatalogue.Find("subnets-day-47")!.Of(evidence).Finding);
        Assert.Equal(Finding.Unknown, MeasureCatalogue.Find("subnets-day-47")!.Of(evidence.First(days: 40)).Finding);
        Assert.Equal(2, Value(evidence.First(days: 40), "price-sum-last"), 9);
        Assert.Equal(10, Value(evidence, "price-sum-last"), 9);
    }

    public void Dispose() => folder.Dispose();

    private static double Value(Evidence evidence, string measure) => MeasureCatalogue.Find(measure)!.Of(evidence).Value;

    private Evidence Market(Func<int, double> one, Func<int, double> other)
    {
        var rows = new StringBuilder("utc,block,sn1,sn2\n");
        for (var hour = 0; hour <= Hours; hour++)
            rows.Append(CultureInfo.InvariantCulture, $"{Midnight.AddHours(hour):yyyy-MM-ddTHH:mm:ssZ},{4_935_437 + Block.PerHour * hour},{one(hour)},{other(hour)}\n");
        Write(RecordFiles.HourlyName, rows.ToString());
        Write(RecordFiles.TwoMinutesName, "utc,block,source,sn1,sn2\n2025-02-20T00:00:00Z,4964237,2min,1,1\n");
        Write(RecordFiles.EpisodeName, "utc,block,source,sn1\n2025-02-16T00:00:00Z,4935437,hourly,1\n");
        var start = new Block(4_920_351);
        return Evidence.Of(new RecordFiles(folder), new EpisodeMarks(1, start, null), start);
    }

    private void Write(string file, string text)
    {
        using var packed = new StreamWriter(new GZipStream(File.Create(Path.Combine(folder, file)), CompressionLevel.Fastest));
        packed.Write(text);
    }
}
