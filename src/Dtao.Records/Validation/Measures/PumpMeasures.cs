using Dtao.Protocol.Units;

namespace Dtao.Records.Validation.Measures;

/// <summary>How far the taken-over subnet rose, and what carried it.</summary>
internal static class PumpMeasures
{
    public static IEnumerable<Measure> All { get; } =
    [
        new("pump-multiple", MeasureUnit.Times, "peak price before the announcement over the lowest of the four days before it", In(e => e.PeakPrice / e.LowPrice)),
        new("pump-hours", MeasureUnit.Hours, "from that low to the peak", In(e => (e.Peak - e.Low) / (double)Block.PerHour)),
        new("peak-rank", MeasureUnit.Count, "rank at the peak by price times alpha in existence; by price where that is not known", RankAtPeak),
        new("peak-price-share", MeasureUnit.Percent, "price at the peak over the sum of all prices", ShareAtPeak),
        new("pump-net-buying", MeasureUnit.Tao, "TAO that bought less TAO that was sold for, from low to peak", NetBuying),
        new("peak-emission-share", MeasureUnit.Percent, "its share of the TAO injected, at the peak", EmissionShare),
    ];

    /// <summary>A value of the episode; unknown where no subnet was taken over.</summary>
    public static Func<Evidence, Measurement> In(Func<Episode, double> value) => evidence => Of(evidence, episode => Measurement.Of(value(episode)));

    public static Measurement Of(Evidence evidence, Func<Episode, Measurement> measure) =>
        evidence.Episode is { } episode ? measure(episode) : Measurement.Unknown("no subnet was taken over");

    private static Measurement RankAtPeak(Evidence evidence) => Of(evidence, episode =>
    {
        var worth = WorthAt(evidence, episode.Peak);
        var own = worth.Where(subnet => subnet.Netuid == episode.Marks.Netuid).Select(subnet => subnet.Worth).SingleOrDefault();
        return own > 0 ? Measurement.Of(1 + worth.Count(subnet => subnet.Worth > own)) : Measurement.Unknown("nobody looked at the market then");
    });

    private static IReadOnlyList<(int Netuid, double Worth)> WorthAt(Evidence evidence, Block block)
    {
        var prices = evidence.Fine.At(block);
        if (evidence.Chain is not { } chain) return prices;
        var issued = chain.At(block).Pools.ToDictionary(pool => pool.Netuid, pool => pool.AlphaIssued);
        return [.. prices.Select(seen => (seen.Netuid, seen.Price * issued.GetValueOrDefault(seen.Netuid)))];
    }

    private static Measurement ShareAtPeak(Evidence evidence) => Of(evidence, episode => Measurement.Of(episode.PeakPrice / evidence.Fine.At(episode.Peak).Sum(seen => seen.Price)));

    private static Measurement NetBuying(Evidence evidence) => Of(evidence, episode =>
        evidence.Chain is { } chain ? Measurement.Of(chain.NetBuying(episode.Marks.Netuid, episode.Low + 1, episode.Peak)) : ChainMeasures.NotInPrices);

    private static Measurement EmissionShare(Evidence evidence) => Of(evidence, episode =>
    {
        if (evidence.Chain?.At(episode.Peak).Pools is not { } pools) return ChainMeasures.NotInPrices;
        return Measurement.Of(pools.Where(pool => pool.Netuid == episode.Marks.Netuid).Sum(pool => pool.TaoEmission) / pools.Sum(pool => pool.TaoEmission));
    });
}
