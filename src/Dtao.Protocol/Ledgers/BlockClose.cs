using Dtao.Protocol.RootNetwork;

namespace Dtao.Protocol.Ledgers;

/// <summary>
/// The close of a block: every law is checked and the chain of hashes goes on. Both are done in one walk over the subnets: each word of a hash waits for the one before,
/// and what the laws have to sum up fits into that time.
/// </summary>
internal static class BlockClose
{
    /// <exception cref="InvariantBroken">A law does not hold.</exception>
    public static void Run(LedgerState state, ProtocolRules rules, StateHash hash)
    {
        var held = Conservation.HeldBeside(state);
        hash.AddTotals(state);
        var (first, second) = hash.Halves;
        foreach (var subnet in state.SubnetSpan)
        {
            held += Conservation.CheckAlpha(subnet, rules.TotalSupplyRao);
            StateDigest.AddSubnet(subnet, ref first, ref second);
            if (subnet.IsReformed) (first, second) = WithReforms(hash, subnet, (first, second));
        }
        hash.Halves = (first, second);
        Conservation.CheckTao(held, state, rules);
        if (state.HasRootNetwork) hash.AddRootNetwork(state);
    }

    private static (ulong First, ulong Second) WithReforms(StateHash hash, Subnet subnet, (ulong First, ulong Second) halves)
    {
        hash.Halves = halves;
        hash.AddReforms(subnet);
        return hash.Halves;
    }
}
