using System.Diagnostics;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Records.Events;

/// <summary>What the record says of every order.</summary>
public static class Orders
{
    /// <summary>The subnet an order is about; of a move the one it leaves; root for one that does not exist yet, and for TAO alone.</summary>
    public static NetUid Subnet(this LedgerCommand command) => command switch
    {
        Stake stake => stake.Netuid,
        Unstake unstake => unstake.Netuid,
        Move move => move.Origin,
        SetWeights weights => weights.Netuid,
        RegisterNeuron neuron => neuron.Netuid,
        RegisterSubnet => NetUid.Root,
        OfferSubnet offer => offer.Netuid,
        BuySubnet purchase => purchase.Netuid,
        SetChildren children => children.Netuid,
        SetChildTake take => take.Netuid,
        Deposit or Withdraw => NetUid.Root,
        ReportUsefulness report => report.Netuid,
        StartSubnet start => start.Netuid,
        SetRootClaim or TakeRootSeat or SetRootWeights => NetUid.Root,
        _ => throw new UnreachableException($"No subnet for {command}."),
    };
}
