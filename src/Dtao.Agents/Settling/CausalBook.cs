using System.Collections.Immutable;
using Dtao.Agents.Talking;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Settling;

/// <summary>
/// Knows what brought an order, a posting or an epoch about. An order has for its cause the last posting on its subnet that its agent has taken in;
/// one that sells, the last epoch that paid its agent there, where that is later. A posting has its poster's own deed that it tells of.
/// An epoch has the newest weights that counted in it.
/// </summary>
/// <remarks>These are links of fact: it had heard this, it was paid by that. How much they weighed with a strategy only the strategy knows.</remarks>
internal sealed class CausalBook(int seats)
{
    private readonly HeardLinks heard = new(seats);
    private readonly SeatLinks fills = new(seats), takings = new(seats);
    private readonly Dictionary<(NetUid, AccountId), CausalLink> weights = [];
    private readonly BySubnet<CausalLink> caps = new(default);
    private readonly BySubnet<LastEpoch> epochs = new(default);

    public void Heard(int seat, TracedFeed feed) => heard.Note(seat, feed);

    public CausalLink CauseOf(int seat, LedgerCommand command) => command switch
    {
        Unstake sale => CausalLink.Newer(heard.Of(seat, sale.Netuid), PaidTo(sale.Account, sale.Netuid)),
        Move move => CausalLink.Newer(
            CausalLink.Newer(heard.Of(seat, move.Origin), heard.Of(seat, move.Destination)), PaidTo(move.Account, move.Origin)),
        _ => heard.Of(seat, command.Subnet()),
    };

    public CausalLink CauseOf(int seat, Post post) => post.Topic switch
    {
        Topic.Holding or Topic.Work => fills.Of(seat, post.Netuid),
        Topic.PayForHolding or Topic.PayForSelling or Topic.StakeShare => takings.Of(seat, post.Netuid) is { IsNone: false } taken ? taken : heard.Of(seat, post.Netuid),
        _ => CausalLink.None, // A price or news: seen by itself.
    };

    public CausalLink CauseOf(LedgerEvent happened) => happened switch
    {
        EpochDrained { NewestVoter: { } voter } epoch => weights.GetValueOrDefault((epoch.Netuid, voter)),
        CapEnded cap => caps[cap.Netuid],
        _ => CausalLink.None,
    };

    public void Note(int seat, Outcome outcome, CausalLink link)
    {
        switch (outcome)
        {
            case Staked bought: fills.Note(seat, bought.Netuid, link); break;
            case Unstaked sold: fills.Note(seat, sold.Netuid, link); break;
            case Moved moved:
                fills.Note(seat, moved.Out.Netuid, link);
                if (moved.In is { } leg) fills.Note(seat, leg.Netuid, link);
                break;
            case NeuronRegistered registered: fills.Note(seat, registered.Netuid, link); break;
            case SubnetRegistered registered: takings.Note(seat, registered.Netuid, link); break;
            case SubnetSold bought: takings.Note(seat, bought.Netuid, link); break;
            case WeightsSet set: weights[(set.Netuid, set.Account)] = link; break;
            default: break; // Nothing that is told of later.
        }
    }

    public void Note(LedgerEvent happened, CausalLink link)
    {
        if (happened is EpochDrained epoch) epochs[epoch.Netuid] = new LastEpoch(link, epoch.Pay);
        if (happened is CapBegan cap) caps[cap.Netuid] = link;
    }

    private CausalLink PaidTo(AccountId account, NetUid netuid) =>
        epochs[netuid] is { Pay: { } pay } epoch && pay.Reached(account) ? epoch.Link : CausalLink.None;

    private readonly record struct LastEpoch(CausalLink Link, EpochPay? Pay);
}
