namespace Dtao.Protocol.Emission.Shares;

/// <summary>
/// Taoflow: a subnet's share goes by the moving average S of the TAO that people put into its pool less what they took out. With
/// L = max(cutoff, min(min S, 0)) it is z^p ÷ Σz^p, z = max(S − L, 0): at a cutoff of 0, who has lost TAO gets nothing.
/// </summary>
/// <remarks>subtensor v3.2.10 <c>coinbase/subnet_emissions.rs: get_shares_flow</c> (reform R7).</remarks>
[ShareRule("flow")]
public sealed record FlowShares : WeightedShares
{
    public override bool ReadsFlows => true;

    [Setting(0.01, 10)]
    public required double Exponent { get; init; }

    /// <summary>Rao a block.</summary>
    [Setting(-1e15, 1e15)]
    public required double Cutoff { get; init; }

    protected override void Weigh(in ShareRound round, Span<double> weights)
    {
        for (var i = 0; i < weights.Length; i++) weights[i] = round.Subnets[i].UserFlow;
        Weigh(round.Subnets, weights, Cutoff, Exponent);
    }

    /// <summary>Turns flows into weights z^p; only the flows of started subnets, be they switched off, tell where 0 lies.</summary>
    internal static void Weigh(ReadOnlySpan<ShareInput> subnets, Span<double> flows, double cutoff, double exponent)
    {
        var lowest = 0.0;
        for (var i = 0; i < flows.Length; i++)
            if (subnets[i].IsListed)
                lowest = Math.Min(lowest, flows[i]);
        var level = Math.Max(cutoff, lowest);
        foreach (ref var flow in flows) flow = Math.Max(flow - level, 0);
        Power.OfEach(flows, exponent);
    }
}
