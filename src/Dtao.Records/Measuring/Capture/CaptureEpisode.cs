namespace Dtao.Records.Measuring.Capture;

/// <summary>A time in which a subnet that does no work for others was among those that get most of the emission.</summary>
/// <param name="From">The first sampled block of it.</param>
/// <param name="To">The first sampled block after it; the last of the run where it had not ended by then.</param>
/// <param name="Ended">Whether it was over before the run was.</param>
/// <remarks>
/// A subnet captures emission at a sample where its owner is there for another end than work for others, it gets more than the mean subnet, and fewer than a
/// tenth of all subnets (rounded up) get more than it. An interruption shorter than a day does not end an episode, and one that lasts less than a day is none:
/// a price that touches the line would otherwise make many of one. The definition is this project's own; the top decile is as usual for concentration.
/// </remarks>
public sealed record CaptureEpisode(int Netuid, long From, long To, bool Ended)
{
    private const long Day = Protocol.Units.Block.PerDay;

    public double Days => (To - From) / (double)Day;

    /// <param name="samples">In the order of blocks.</param>
    /// <returns>By netuid, then by time.</returns>
    public static IReadOnlyList<CaptureEpisode> In(IReadOnlyList<KindSample> samples)
    {
        var captured = samples.Select(sample => (sample.Block, Netuids: Capturing(sample).ToHashSet())).ToArray();
        return
        [
            .. captured.SelectMany(sample => sample.Netuids).Distinct().Order()
                .SelectMany(netuid => Of(netuid, [.. captured.Select(sample => (sample.Block, sample.Netuids.Contains(netuid)))])),
        ];
    }

    /// <summary>The subnets that capture emission at a sample.</summary>
    public static IEnumerable<int> Capturing(KindSample sample) => Top(sample).Where(subnet => subnet.IsOther).Select(subnet => subnet.Netuid);

    /// <summary>Those above the mean of which fewer than a tenth of all get more.</summary>
    public static IEnumerable<SampledSubnet> Top(KindSample sample)
    {
        var (places, mean) = ((sample.Subnets.Count + 9) / 10, sample.Emission / sample.Subnets.Count);
        var emissions = sample.Subnets.Select(subnet => subnet.Emission).OrderDescending().ToArray();
        return sample.Subnets.Where(subnet => subnet.Emission > mean && subnet.Emission >= emissions[places - 1]);
    }

    private static IEnumerable<CaptureEpisode> Of(int netuid, IReadOnlyList<(long Block, bool IsIn)> samples)
    {
        long? from = null, since = null; // since when it is out of it
        foreach (var (block, isIn) in samples)
        {
            if (from is { } began && since is { } left && block - left >= Day)
            {
                if (left - began >= Day) yield return new CaptureEpisode(netuid, began, left, Ended: true);
                from = null;
            }
            if (isIn) (from, since) = (from ?? block, null);
            else since ??= block;
        }
        if (from is { } last && samples[^1].Block - last >= Day) yield return new CaptureEpisode(netuid, last, samples[^1].Block, Ended: false);
    }
}
