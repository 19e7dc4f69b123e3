namespace Dtao.Protocol.Emission.Shares;

/// <summary>
/// The Hill gate of July 2026: the weight w of June's rule, as a share of all, becomes w ÷ (1 + (θ ÷ w)^h), so that subnets well below θ get next to nothing
/// and the others all that those lose. θ moves only now and then.
/// </summary>
/// <remarks>
/// record.md section 6 (spec 440, 27 July 2026) tells the form and that θ is set every 360 blocks. How it is set and how large h is no source at hand tells:
/// here θ is a multiple of the mean share of the subnets that may emit, and both are settings.
/// </remarks>
[ShareRule("hill")]
public sealed record HillShares : WeightedShares
{
    /// <summary>θ as a multiple of the mean share.</summary>
    [Setting(0, 1000)]
    public required double Threshold { get; init; }

    /// <summary>h.</summary>
    [Setting(0.01, 20)]
    public required double Steepness { get; init; }

    /// <summary>Blocks between two settings of θ.</summary>
    [Setting(1, 1e8)]
    public required double Every { get; init; }

    protected override void Weigh(in ShareRound round, Span<double> weights)
    {
        BurnedPriceShares.Weigh(round.Subnets, weights);
        var (sum, emitting) = (0.0, 0);
        for (var i = 0; i < weights.Length; i++)
        {
            if (!round.Subnets[i].MayEmit) continue;
            sum += weights[i];
            emitting++;
        }
        if (sum <= 0) return;
        foreach (ref var weight in weights) weight /= sum;
        var theta = Theta(round, Threshold / emitting);
        foreach (ref var weight in weights) weight = weight > 0 ? weight / (1 + Power.Of(theta / weight, Steepness)) : 0;
    }

    /// <summary>Every subnet holds the same θ; a new one has none yet.</summary>
    private double Theta(in ShareRound round, double now)
    {
        var held = 0.0;
        foreach (var theta in round.Held) held = Math.Max(held, theta);
        if (held > 0 && round.Block.Height % (long)Every != 0) return held;
        round.Held.Fill(now);
        return now;
    }
}
