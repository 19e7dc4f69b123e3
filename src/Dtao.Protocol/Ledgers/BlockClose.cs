using Dtao.Protocol.RootNetwork;

namespace Dtao.Protocol.Ledgers;

/// <summary>The close of a block: every law is checked and the chain of hashes goes on, in one walk over the subnets.</summary>
internal static class BlockClose
{
    /// <exception cref="InvariantBroken">A law does not hold.</exception>
    public static void Run(LedgerState state, ProtocolRules rules, StateHash hash)
    {
        var held = Conservation.HeldBeside(state);
        hash.AddTotals(state);
        var sum = new PairSum();
        foreach (var subnet in state.SubnetSpan)
        {
            held += Conservation.CheckAlpha(subnet, rules.TotalSupplyRao);
            StateDigest.AddSubnet(subnet, ref sum);
            if (subnet.IsReformed) sum = StateDigest.WithReforms(sum, subnet);
        }
        hash.Add(sum);
        Conservation.CheckTao(held, state, rules);
        if (state.HasRootNetwork) hash.AddRootNetwork(state);
    }
}
