using Dtao.Protocol.Units;
using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;
using static Dtao.Records.Tests.Validation.SomeEvidence;

namespace Dtao.Records.Tests.Validation;

/// <summary>A pump and a crash written by hand: taken over on day 4, ×5 in two days, announced 6 hours after the peak.</summary>
public sealed class An_episode : IDisposable
{
    private const int Takeover = 4 * Day, Peak = 6 * Day, Announcement = Peak + Day / 4;

    private static readonly (int Block, double Price)[] Path =
    [
        (10, 0.5), (Day, 0.02), (Takeover, 0.01), (Takeover + Day, 0.02), (Peak, 0.05), (Announcement, 0.04), (Announcement + 50, 0.02), (Announcement + 60, 0.03),
        (Announcement + 600, 0.005), (Announcement + 1_000, 0.01), (Announcement + 2 * Day, 0.002), (Peak + 13 * Day, 0.001),
    ];

    private readonly TemporaryFolder root = new();
    private readonly Evidence evidence;

    public An_episode() => evidence = Of(root, days: 30, Path, (Takeover, 3, "PayForHolding", 1), (Announcement, 1, "StakeShare", 0.55), (Announcement, 1, "PayForSelling", 1));

    [Fact]
    public void is_marked_by_what_was_posted() =>
        Assert.Equal(new EpisodeMarks(28, Some.FirstBlock + Takeover, Some.FirstBlock + Announcement), evidence.Marks);

    [Theory]
    [InlineData("pump-multiple", 5)]
    [InlineData("pump-hours", 48)]
    [InlineData("peak-rank", 2)] // 0.1 × 10,500 alpha of the other subnet is more
    [InlineData("peak-price-share", 0.05 / 0.15)]
    [InlineData("pump-net-buying", 0)]
    [InlineData("crash-depth", -0.9)]
    [InlineData("crash-hours", (1_800 + 600) / (double)Block.PerHour)]
    [InlineData("announced-12min", -0.25)]
    [InlineData("announced-2.7h", -0.875)]
    [InlineData("announced-24h", -0.75)]
    [InlineData("crash-largest-step", 0.005 / 0.03 - 1)]
    [InlineData("rebound", 1)]
    [InlineData("recovered", 5 / 35.0)]
    [InlineData("foundation-weight", 0.55)]
    [InlineData("peak-to-day-7", -0.96)]
    [InlineData("peak-to-day-14", -0.98)]
    [InlineData("worst-12h", -0.9)]
    public void is_measured(string measure, double expected)
    {
        var found = MeasureCatalogue.Find(measure)!.Of(evidence);
        Assert.Equal(Finding.Measured, found.Finding);
        Assert.Equal(expected, found.Value, 9);
    }

    [Fact]
    public void takes_its_two_largest_steps_by_their_logarithm()
    {
        var two = Math.Log(0.005 / 0.03) + Math.Log(0.02 / 0.04);
        Assert.Equal(two / Math.Log(0.1), MeasureCatalogue.Find("crash-two-steps-share")!.Of(evidence).Value, 9);
    }

    public void Dispose()
    {
        evidence.Dispose();
        root.Dispose();
    }
}
