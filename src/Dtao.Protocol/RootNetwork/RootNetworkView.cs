using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.RootNetwork;

/// <summary>Root validators and their votes, as anyone can read them off the chain. Stakes are those of root's last epoch, or of the last vote where that is later.</summary>
/// <param name="Seats">By uid.</param>
/// <param name="MostSeats">How many there can be.</param>
/// <param name="Recycled">What root's last epoch gave to root itself of a block's emission; it is not made.</param>
public sealed record RootNetworkView(ImmutableArray<RootSeatView> Seats, int MostSeats, Tao Recycled)
{
    internal static RootNetworkView Of(LedgerState state, RootNetworkRules rules) => new(
        [.. state.Root.Neurons.Select(seat => new RootSeatView(seat.Hotkey, state.OnRoot(seat.Hotkey), [.. seat.Weights.ToArray().Select(weight => new RootWeight(new NetUid(weight.Uid), weight.Value))]))],
        rules.Seats,
        state.Root.Voted);

    public RootSeatView? SeatOf(AccountId hotkey)
    {
        foreach (var seat in Seats)
            if (seat.Hotkey == hotkey)
                return seat;
        return null;
    }
}

/// <summary>One root validator.</summary>
/// <param name="Stake">With all who delegate to it.</param>
/// <param name="Weights">The vote that stands; only the ratios matter.</param>
public sealed record RootSeatView(AccountId Hotkey, Tao Stake, ImmutableArray<RootWeight> Weights);
