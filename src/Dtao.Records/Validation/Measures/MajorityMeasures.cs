using Dtao.Protocol.Units;

namespace Dtao.Records.Validation.Measures;

/// <summary>
/// How long the first on root outvotes all others on its own: while f w R is more than kappa of w R and the subnet's alpha A, where f is the share of root
/// that votes with it, w the weight of a TAO on root against an alpha, and R root's stake.
/// </summary>
internal static class MajorityMeasures
{
    /// <summary>Alpha that a subnet pays out a block before its first halving.</summary>
    private const double AlphaPerBlock = 1;

    public static IEnumerable<Measure> All { get; } =
    [
        new("majority-by-pencil", MeasureUnit.Days, "days until f w R is kappa of w R and A, R staying what it is and A growing by an alpha a block", ByPencil),
        new("majority-lost", MeasureUnit.Days, "days until f w R is less than kappa of w R and the alpha staked on the subnet that is taken over", Lost),
    ];

    private static Measurement ByPencil(Evidence evidence) => Of(evidence, (chain, episode) =>
    {
        if (chain.StakeOf(episode.Marks.Netuid) is not [var opening, ..]) return Measurement.Unknown("nobody looked at the market then");
        var root = chain.TaoWeight * opening.Root;
        return Measurement.Of(Math.Max(0, (chain.LentToFirst * root / chain.Kappa - root - opening.Alpha) / AlphaPerBlock / Block.PerDay));
    });

    private static Measurement Lost(Evidence evidence) => Of(evidence, (chain, episode) =>
    {
        foreach (var (block, root, alpha) in chain.StakeOf(episode.Marks.Netuid))
            if (chain.LentToFirst * chain.TaoWeight * root < chain.Kappa * (chain.TaoWeight * root + alpha))
                return Measurement.Of((block - evidence.Start) / (double)Block.PerDay);
        return Measurement.Unknown("it still has it at the end");
    });

    private static Measurement Of(Evidence evidence, Func<RunChain, Episode, Measurement> measure) => PumpMeasures.Of(evidence, episode =>
        evidence.Chain is not { } chain ? ChainMeasures.NotInPrices : chain.LentToFirst > 0 ? measure(chain, episode) : Measurement.Unknown("nothing is lent to the first on root"));
}
