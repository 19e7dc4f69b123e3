using Dtao.Protocol.Ledgers;

namespace Dtao.Protocol.RootNetwork;

/// <summary>Which state goes with which mechanism. One goes over into the other by <see cref="DynamicGenesis"/> alone, and there is no way back.</summary>
internal static class Eras
{
    /// <exception cref="InvariantBroken">The state is not of the rules' era.</exception>
    public static void Check(LedgerState state, ProtocolRules rules)
    {
        foreach (var subnet in state.SubnetSpan)
        {
            if (rules.Mechanism == Mechanism.RootVote && (subnet.IsDynamic || !subnet.AlphaIssuance.IsZero))
                throw new InvariantBroken($"SN{subnet.Netuid} has alpha, and the old mechanism knows none.");
            if (rules.Mechanism == Mechanism.Dynamic && !subnet.IsDynamic)
                throw new InvariantBroken($"SN{subnet.Netuid} has no pool, and dTAO needs one: begin with the old mechanism and switch.");
        }
    }
}
