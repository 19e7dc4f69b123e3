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
    private readonly List<SubnetPrice> prices = [];

    public Ledger Ledger { get; } = ledger;

    public MarketView View() => Ledger.View(explorer.Metagraphs);

    public void Fetch(AccountId account) => Ledger.State.Fetch(account);

    public void FetchHoldings(AccountId account) => Ledger.State.FetchPositions(account);

    public Statement StatementOf(AccountId account) => Statement.OnDemand(Ledger.State, account);

    public IReadOnlyList<SubnetPrice> Prices()
    {
        prices.Clear();
        if (Ledger.Rules.Mechanism == Mechanism.RootVote) return prices;
        foreach (var subnet in Ledger.State.Subnets.AsSpan()) prices.Add(new SubnetPrice(subnet.Netuid, SubnetQuote.PriceOf(subnet.Pool)));
        return prices;
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
