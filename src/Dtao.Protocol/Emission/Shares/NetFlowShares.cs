namespace Dtao.Protocol.Emission.Shares;

/// <summary>
/// The net flow of May 2026: from what people put in is taken what the chain itself put in, S = U − n·max(P, 0) + max(−P, 0), with n = min(ΣU⁺ ÷ ΣP⁺, 1) so
/// that the chain's own money never outweighs theirs; then shares as by <see cref="FlowShares"/>.
/// </summary>
/// <remarks>subtensor v3.4.0 <c>coinbase/subnet_emissions.rs: get_shares_flow</c> (reform R10).</remarks>
[ShareRule("net-flow")]
public sealed record NetFlowShares : WeightedShares
{
    public override bool ReadsFlows => true;

    [Setting(0.01, 10)]
    public required double Exponent { get; init; }

    /// <summary>Rao a block.</summary>
    [Setting(-1e15, 1e15)]
    public required double Cutoff { get; init; }

    /// <summary>n: the share of the chain's own money that is held against a subnet, 0 to 1; 0 where it put in none.</summary>
    public static double NormFactor(ReadOnlySpan<ShareInput> subnets)
    {
        var (users, protocol) = (0.0, 0.0);
        foreach (ref readonly var subnet in subnets)
        {
            users += Math.Max(subnet.UserFlow, 0);
            protocol += Math.Max(subnet.ProtocolFlow, 0);
        }
        return protocol > 0 ? Math.Min(users / protocol, 1) : 0;
    }

    /// <param name="norm">As <see cref="NormFactor"/>.</param>
    /// <returns>Rao a block.</returns>
    public static double NetFlow(in ShareInput subnet, double norm) =>
        subnet.UserFlow - norm * Math.Max(subnet.ProtocolFlow, 0) + Math.Max(-subnet.ProtocolFlow, 0);

    protected override void Weigh(in ShareRound round, Span<double> weights)
    {
        var norm = NormFactor(round.Subnets);
        for (var i = 0; i < weights.Length; i++) weights[i] = NetFlow(round.Subnets[i], norm);
        FlowShares.Weigh(round.Subnets, weights, Cutoff, Exponent);
    }
}
