namespace Dtao.Protocol.Emission.Shares;

/// <summary>
/// An objective function shared by all subnets: a part of the emission goes by what the oracle says that a subnet's work is worth to others, the rest by moving
/// price. While the oracle has said nothing of anybody, all goes by price.
/// </summary>
/// <remarks>No chain had this rule. It is the last proposal of the article that this project follows (shared objective), with the oracle's noise and lag left to the oracle.</remarks>
[ShareRule("objective")]
public sealed record ObjectiveShares : WeightedShares
{
    /// <summary>Part of the emission that goes by use.</summary>
    [Setting(0, 1)]
    public required double Weight { get; init; }

    protected override void Weigh(in ShareRound round, Span<double> weights)
    {
        var (useful, price) = (0.0, 0.0);
        foreach (ref readonly var subnet in round.Subnets)
        {
            if (!subnet.MayEmit) continue;
            useful += subnet.Usefulness;
            price += subnet.MovingPrice.ToDouble();
        }
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Part(useful > 0 ? Weight : 0, round.Subnets[i].Usefulness, useful) + Part(useful > 0 ? 1 - Weight : 1, round.Subnets[i].MovingPrice.ToDouble(), price);
    }

    private static double Part(double weight, double of, double sum) => sum > 0 ? weight * of / sum : 0;
}
