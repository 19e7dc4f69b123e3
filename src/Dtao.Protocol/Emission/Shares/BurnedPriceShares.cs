namespace Dtao.Protocol.Emission.Shares;

/// <summary>The rule of June 2026: by m·(1 − b), the moving price less the part of its miners' pay that a subnet burns; by m alone where that leaves nobody anything.</summary>
/// <remarks>subtensor 14bc6f9f9 <c>coinbase/subnet_emissions.rs: get_shares</c> (reform R11).</remarks>
[ShareRule("price-burned")]
public sealed record BurnedPriceShares : WeightedShares
{
    protected override void Weigh(in ShareRound round, Span<double> weights) => Weigh(round.Subnets, weights);

    internal static void Weigh(ReadOnlySpan<ShareInput> subnets, Span<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] = subnets[i].MovingPrice.ToDouble() * (1 - subnets[i].MinerBurned);
        if (sum > 0) return;
        for (var i = 0; i < weights.Length; i++) weights[i] = subnets[i].MovingPrice.ToDouble();
    }
}
