using Dtao.Protocol.Units;
using Dtao.Records.Measuring;
using Dtao.Records.Queries;
using Dtao.Records.Reading;
using Dtao.Records.Validation;

namespace Dtao.Records.Tests.Measuring.Capture;

/// <summary>Two written subnets: 1 gets 300 rao a block, 28 as much as a test wants; one of two is a tenth, rounded up.</summary>
public sealed class Figures_of_capture : IDisposable
{
    private const int Days = 10;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // 900 of 1,200 rao on days 2 to 5 of 10; 100 of 400 else. The price goes with it.
    private WrittenRun Captured => new()
    {
        Hours = Days * 24,
        Emission = hour => hour is >= 48 and < 120 ? 900 : 100,
        Price = hour => hour is >= 48 and < 120 ? 2 : 0.25,
        Kinds = [(0, 1, "ai"), (0, 28, "meme")],
        Businesses = [(0, 1, 7.2, 3.6), (0, 28, 1, 0), (6 * Block.PerDay, 1, 7.2, 7.2)],
    };

    [Theory]
    [InlineData("captures", 1)]
    [InlineData("capture-days", 3)]
    [InlineData("captures-ended", 1)]
    [InlineData("mean-emission-ai", (72 * 0.25 + 145 * 0.75) / 217)] // of 241 samples 24 lie in the first day, 72 in the capture
    [InlineData("mean-captured-subnets", 72 / 217.0)]
    public void Count_what_was_captured(string name, double expected) => Assert.Equal(expected, Figure(name, Captured), 9);

    [Fact]
    public void Call_a_capture_that_lasts_no_ended_one()
    {
        var lasting = new WrittenRun { Hours = Days * 24, Emission = hour => hour >= 48 ? 900 : 100, Kinds = [(0, 1, "ai"), (0, 28, "meme")] };
        Assert.Equal((1.0, 0.0), (Figure("captures", lasting), Figure("captures-ended", lasting)));
        Assert.True(double.IsNaN(Figure("capture-days", lasting)));
    }

    // 400 rao a block are 0.00288 TAO a day, for work of 3.6 and later 7.2 TAO a day.
    [Theory]
    [InlineData("emission-ai", 12, 0.75)]
    [InlineData("emission-meme", 60, 0.75)]
    [InlineData("emission-empty", 60, 0)]
    [InlineData("output-per-tao", 12, 1_250)]
    [InlineData("output-per-tao", 239, 2_500)]
    [InlineData("captured-subnets", 60, 1)]
    [InlineData("captured-subnets", 120, 0)]
    public void Follow_the_emission_by_kind(string name, int hour, double expected) => Assert.Equal(expected, Series(name, Captured).At(hour * Block.PerHour), 9);

    // 72 hours of 900 rao and 168 of 100 beside 300 all the time; 1 TAO a day for ten days, and 3.6 for six and 7.2 for four: 50.4.
    // The last word holds until the run is over, and a block beyond.
    [Fact]
    public void Agree_with_the_saved_question()
    {
        using var query = RunQuery.Ask(Read(Captured), SavedQuery.Find("emission-by-kind")!.Sql, new Dictionary<string, long>());
        var rows = query.Rows().ToDictionary(row => (string)row[0]!, StringComparer.Ordinal);
        var (meme, ai) = (Block.PerHour * (72 * 900 + 168 * 100) / 1e9, Block.PerHour * 240 * 300 / 1e9);
        Assert.Equal((1L, meme), (rows["meme"][1], Math.Round((double)rows["meme"][2]!, 12)));
        Assert.Equal(ai / (ai + meme), (double)rows["ai"][3]!, 12);
        Assert.Equal(10, (double)rows["meme"][4]!, 3);
        Assert.Equal(50.4, (double)rows["ai"][5]!, 2);
        Assert.Equal(50.4 / ai, (double)rows["ai"][6]!, 0);
    }

    [Fact]
    public void Follow_a_subnet_into_another_kind()
    {
        var sold = new WrittenRun { Hours = 4, Kinds = [(0, 1, "ai"), (0, 28, "empty"), (600, 28, "meme")] };
        Assert.Equal((0.25, 0.0), (Series("emission-empty", sold).At(599), Series("emission-meme", sold).At(599)));
        Assert.Equal((0.0, 0.25), (Series("emission-empty", sold).At(600), Series("emission-meme", sold).At(600)));
    }

    // Both pools have 1,000 TAO and 10,000 alpha, price 0.1, beside moving prices of 0.5 and 0.25. A tenth of all needs p* = 0.25 ÷ 9 and 0.5 ÷ 9,
    // which both have: nothing. With a third pool's worth of 8.75 besides it would cost 1,000 × (√(p* ÷ 0.1) − 1).
    [Fact]
    public void Tell_what_an_attack_costs() => Assert.Equal(0, Figure("attack-cost-by-price", new WrittenRun { Hours = 24, Price = _ => 0.25 }));

    [Fact]
    public void Tell_what_an_attack_returns()
    {
        var returned = Figure("attack-return-by-price", new WrittenRun { Hours = 24, Price = _ => 0.25 });
        Assert.InRange(returned, -0.01, 0.01); // 400 rao a block move pools of 1,000 TAO by next to nothing
    }

    [Fact]
    public void Tell_nothing_of_a_run_without_kinds_or_flows()
    {
        var plain = new WrittenRun { Hours = 24 };
        Assert.All((string[])["captures", "capture-days", "captures-ended", "attack-cost-by-flow", "return-harvester"], name => Assert.True(double.IsNaN(Figure(name, plain)), name));
    }

    private double Figure(string name, WrittenRun run)
    {
        using var evidence = Evidence.Of(Read(run));
        return RunFigure.All.Single(figure => figure.Name == name).Of(evidence);
    }

    private Course Series(string name, WrittenRun run)
    {
        using var database = Read(run).OpenDatabase();
        return RunSeries.Find(name)!.Of(database);
    }

    private RunReader Read(WrittenRun run) => RunReader.Open(run.Below(folder, Guid.NewGuid().ToString("N")));
}
