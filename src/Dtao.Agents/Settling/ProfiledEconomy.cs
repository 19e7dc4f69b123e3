using Dtao.Agents.Conversation;
using Dtao.Agents.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Settling;

/// <summary>An economy whose time is measured.</summary>
internal sealed class ProfiledEconomy(IEconomy inner, RunProfile profile) : IEconomy
{
    public string HashHead => inner.HashHead;

    public MarketView View()
    {
        using var stay = RunProfile.In(profile, RunPhase.Views);
        return inner.View();
    }

    public void Fetch(AccountId account) => inner.Fetch(account);

    public void FetchHoldings(AccountId account) => inner.FetchHoldings(account);

    public Statement StatementOf(AccountId account)
    {
        using var stay = RunProfile.In(profile, RunPhase.Statements);
        return inner.StatementOf(account);
    }

    public IReadOnlyList<SubnetPrice> Prices()
    {
        using var stay = RunProfile.In(profile, RunPhase.Views);
        return inner.Prices();
    }

    public BlockSample Sample()
    {
        using var stay = RunProfile.In(profile, RunPhase.Recording);
        return inner.Sample();
    }

    public IReadOnlyList<LedgerEvent> OpenBlock(Block block)
    {
        using var stay = RunProfile.In(profile, RunPhase.ChainStep);
        return inner.OpenBlock(block);
    }

    public Outcome Settle(LedgerCommand command) => inner.Settle(command);

    public void CloseBlock(bool isLast)
    {
        using var stay = RunProfile.In(profile, RunPhase.Laws);
        inner.CloseBlock(isLast);
    }
}
