using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.RootNetwork;

/// <summary>
/// The genesis of dTAO on a chain of the old mechanism: each subnet's pool opens with TAO of its owner's lock, the rest of the lock goes back, no alpha is out, and
/// the moving price is what root's last vote gave it of a block's emission. All stake is on root already, and stays there.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>migrations/migrate_rao.rs</c>.</remarks>
internal static class DynamicGenesis
{
    public static void CarryOut(LedgerState state, ProtocolRules rules)
    {
        foreach (var subnet in state.SubnetSpan) Open(subnet, state, rules);
    }

    private static void Open(Subnet subnet, LedgerState state, ProtocolRules rules)
    {
        var pool = PoolOf(subnet.Locked, rules.RootNetwork!);
        state.Credit(subnet.Owner, subnet.Locked - pool.TaoReserve);
        (subnet.Locked, subnet.Pool, subnet.Curve) = (Tao.Zero, pool, rules.PoolCurve);
        subnet.MovingPrice = I96F32.FromRatio(subnet.Voted.Rao, Tao.RaoPerTao);
        (subnet.TaoEmission, subnet.LastRootDividends) = (Tao.Zero, Tao.Zero);
        if (subnet.UidOf(subnet.Owner) is null && subnet.Neurons.Count < rules.Registration.MaxNeurons) subnet.Register(new Neuron(subnet.Owner, state.Block));
    }

    /// <summary>Who has locked less has a smaller pool, at the same price.</summary>
    private static Pool PoolOf(Tao locked, RootNetworkRules rules)
    {
        var tao = Tao.Min(locked, rules.PoolTao);
        return new Pool(tao, new Alpha(MulDiv.Down(rules.PoolAlphaRao, tao.Rao, rules.PoolTaoRao)));
    }
}
