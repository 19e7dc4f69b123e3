using Dtao.Protocol.Units;
using Dtao.Records.Statistics;

namespace Dtao.Records.Validation.Measures;

/// <summary>How the taken-over subnet fell, and what came after.</summary>
internal static class CrashMeasures
{
    /// <summary>Prices are looked at every so many blocks: the record's resolution.</summary>
    private const long Step = 10;

    public static IEnumerable<Measure> All { get; } =
    [
        new("crash-depth", MeasureUnit.Percent, "from the peak to the lowest price of the day after it", AfterPeak(Block.PerDay, e => e.TroughPrice / e.PeakPrice - 1)),
        new("crash-hours", MeasureUnit.Hours, "from the peak to that low", AfterPeak(Block.PerDay, e => (e.Trough - e.Peak) / (double)Block.PerHour)),
        new("announced-12min", MeasureUnit.Percent, "change of price in the 12 minutes after the announcement", AfterAnnouncement(60)),
        new("announced-2.7h", MeasureUnit.Percent, "in the 2.7 hours after it", AfterAnnouncement(810)),
        new("announced-24h", MeasureUnit.Percent, "in the 24 hours after it", AfterAnnouncement(Block.PerDay)),
        new("crash-largest-step", MeasureUnit.Percent, "largest fall in 10 blocks between peak and low", AfterPeak(Block.PerDay, e => Math.Exp(Falls(e)[0]) - 1)),
        new("crash-two-steps-share", MeasureUnit.Percent, "share of the fall's logarithm in its two largest steps", AfterPeak(Block.PerDay, e => Falls(e).Take(2).Sum() / Math.Log(e.TroughPrice / e.PeakPrice))),
        new("rebound", MeasureUnit.Percent, "highest price of the day after the low, over it", AfterPeak(2 * Block.PerDay, e => e.ReboundPrice / e.TroughPrice - 1)),
        new("recovered", MeasureUnit.Percent, "share of the fall of the day after the announcement that the day after its low won back", AfterAnnouncement(2 * Block.PerDay, Recovered)),
        new("foundation-weight", MeasureUnit.Percent, "share of the subnet's active stake weight that the foundation says it has when it announces", FoundationWeight),
        new("peak-to-day-7", MeasureUnit.Percent, "change of price in the 7 days after the peak", AfterPeak(7 * Block.PerDay, e => e.Change(e.Peak, 7 * Block.PerDay))),
        new("peak-to-day-14", MeasureUnit.Percent, "in the 14 days after it", AfterPeak(14 * Block.PerDay, e => e.Change(e.Peak, 14 * Block.PerDay))),
        new("worst-12h", MeasureUnit.Percent, "deepest fall within 12 hours since the takeover", DeepestWithin(Block.PerDay / 2)),
        new("worst-24h", MeasureUnit.Percent, "deepest fall within 24 hours since the takeover", DeepestWithin(Block.PerDay)),
        new("quiet-drift", MeasureUnit.Number, "median change of the logarithm of the price a block, in the five days before the peak", PumpMeasures.In(QuietDrift)),
    ];

    private static Func<Evidence, Measurement> AfterPeak(long blocks, Func<Episode, double> value) => evidence => PumpMeasures.Of(evidence, episode =>
        episode.Knows(episode.Peak, blocks) ? Measurement.Of(value(episode)) : Measurement.Unknown("the run ends too soon after the peak"));

    /// <summary>No announcement, no fall after it: that counts, and misses.</summary>
    private static Func<Evidence, Measurement> AfterAnnouncement(long blocks) =>
        AfterAnnouncement(blocks, (episode, at) => Measurement.Of(episode.Change(at, blocks)));

    private static Func<Evidence, Measurement> AfterAnnouncement(long blocks, Func<Episode, Block, Measurement> value) => evidence => PumpMeasures.Of(evidence, episode => episode.Marks.Announcement switch
    {
        null => Measurement.Absent("nothing was announced"),
        { } at when !episode.Knows(at, blocks) => Measurement.Unknown("the run ends too soon after the announcement"),
        { } at => value(episode, at),
    });

    private static Measurement Recovered(Episode episode, Block announcement)
    {
        var before = episode.Prices.At(announcement);
        var (trough, low) = episode.Prices.Lowest(announcement, announcement + Block.PerDay);
        return low < before
            ? Measurement.Of((episode.Prices.Highest(trough, trough + Block.PerDay).Price - low) / (before - low))
            : Measurement.Unknown("it did not fall after the announcement");
    }

    private static Measurement FoundationWeight(Evidence evidence) => PumpMeasures.Of(evidence, episode => (episode.Marks.Announcement, evidence.Chain) switch
    {
        (null, _) => Measurement.Absent("nothing was announced"),
        (_, null) => ChainMeasures.NotInPrices,
        ({ } at, { } chain) => chain.FoundationWeight(episode.Marks.Netuid, at) is var share && double.IsNaN(share) ? Measurement.Unknown("the foundation did not say") : Measurement.Of(share),
    });

    private static Func<Evidence, Measurement> DeepestWithin(long blocks) =>
        PumpMeasures.In(e => Drawdown.DeepestWithin((int)(blocks / Step), e.Prices.Grid(e.Marks.Takeover, e.End, Step)));

    /// <summary>Logarithms of the steps of the fall, the largest fall first.</summary>
    private static double[] Falls(Episode episode)
    {
        var steps = LogReturns.Of(episode.Prices.Grid(episode.Peak, episode.Trough, Step));
        return steps.Length == 0 ? [0] : [.. steps.Order()];
    }

    private static double QuietDrift(Episode episode)
    {
        var from = episode.Peak + -5 * Block.PerDay;
        return Band.Of(LogReturns.Of(episode.Prices.Grid(from, episode.Peak, Step)).Select(step => step / Step)).Median;
    }
}
