using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Worlds;

/// <summary>One subnet of a chain snapshot.</summary>
/// <param name="TaoIn">In its pool; of root, what is staked there.</param>
/// <param name="MovingPrice">TAO per alpha; 0 for a subnet that has not started.</param>
/// <param name="RegisteredAt">Null where the snapshot does not say.</param>
public sealed record SnapshotRow(NetUid Netuid, Tao TaoIn, Alpha AlphaIn, Alpha AlphaOut, double MovingPrice, Block? RegisteredAt = null)
{
    /// <summary>What a snapshot of a ledger would hold: root first, then every subnet.</summary>
    public static IReadOnlyList<SnapshotRow> Of(LedgerState state) =>
    [
        new(NetUid.Root, new Tao(state.Root.Stakes.Total.Rao), Alpha.Zero, Alpha.Zero, 0),
        .. state.Subnets.Select(subnet => new SnapshotRow(
            subnet.Netuid, subnet.Pool.TaoReserve, subnet.Pool.AlphaReserve, subnet.AlphaOut, subnet.MovingPrice.ToDouble(), subnet.RegisteredAt)),
    ];
}
