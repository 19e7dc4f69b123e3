using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Agents.Conversation;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Settling;

/// <summary>The chain's own economy. Open for one that settles otherwise.</summary>
public class ChainEconomy(Ledger ledger) : IEconomy
{
    private readonly Explorer explorer = new(ledger);

    public Ledger Ledger { get; } = ledger;

    public MarketView View() => Ledger.View(explorer.Metagraphs);

    public Statement StatementOf(AccountId account) => Statement.OnDemand(Ledger.State, account);

    public ImmutableArray<SubnetPrice> Prices()
    {
        if (Ledger.Rules.Mechanism == Mechanism.RootVote) return [];
        var subnets = Ledger.State.Subnets;
        var prices = new SubnetPrice[subnets.Count];
        for (var i = 0; i < prices.Length; i++) prices[i] = new SubnetPrice(subnets[i].Netuid, SubnetQuote.PriceOf(subnets[i].Pool));
        return ImmutableCollectionsMarshal.AsImmutableArray(prices);
    }

    public BlockSample Sample() => BlockSample.Of(Ledger.State);

    public IReadOnlyList<LedgerEvent> OpenBlock(Block block)
    {
        var events = Ledger.OpenBlock(block);
        explorer.Note(events);
        return events;
    }

    public virtual Outcome Settle(LedgerCommand command)
    {
        var outcome = Ledger.Settle(command);
        explorer.Note(outcome);
        return outcome;
    }

    public string HashHead => Ledger.HashHead;

    public void CloseBlock(bool isLast)
    {
        Ledger.CloseBlock();
        explorer.CloseBlock();
        if (isLast) Ledger.Audit();
    }
}
