namespace Dtao.Protocol.Emission.Shares;

/// <summary>Every subnet that may emit gets the same. No chain had this rule; it is what the others can be held against.</summary>
[ShareRule("equal")]
public sealed record EqualShares : WeightedShares
{
    protected override void Weigh(in ShareRound round, Span<double> weights) => weights.Fill(1);
}
