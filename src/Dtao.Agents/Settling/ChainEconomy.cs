using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Settling;

/// <summary>The chain's own economy.</summary>
public sealed class ChainEconomy(Ledger ledger) : IEconomy
{
    public Ledger Ledger { get; } = ledger;

    public MarketView View() => Ledger.View();

    public Statement StatementOf(AccountId account) => Statement.Of(Ledger.State, account);

    public IEnumerable<(NetUid Netuid, double Price)> Prices() => Ledger.State.Subnets.Select(s => (s.Netuid, SubnetQuote.PriceOf(s.Pool)));

    public BlockSample Sample() => BlockSample.Of(Ledger.State);

    public IReadOnlyList<LedgerEvent> OpenBlock(Block block) => Ledger.OpenBlock(block);

    public Outcome Settle(LedgerCommand command) => Ledger.Settle(command);

    public string HashHead => Ledger.HashHead;

    public void CloseBlock(bool isLast)
    {
        Ledger.CloseBlock();
        if (isLast) Ledger.Audit();
    }
}
