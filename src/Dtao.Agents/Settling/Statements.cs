using System.Collections.Immutable;
using Dtao.Agents.Conversation;
using Dtao.Agents.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Settling;

/// <summary>What a block's wakers own, read off the economy when they look: nothing has moved until the last of them has answered.</summary>
/// <param name="accounts">By seat.</param>
/// <param name="breach">What a law that broke becomes.</param>
internal sealed class Statements(IEconomy economy, AccountId[] accounts, ImmutableArray<int> wakers, Func<Exception, InvariantBreach> breach) : IStatements
{
    public Statement this[int place]
    {
        get
        {
            try
            {
                return economy.StatementOf(accounts[wakers[place]]);
            }
            catch (Exception e) when (InvariantBreach.Is(e))
            {
                throw breach(e);
            }
        }
    }

    public void Fetch(int first, int count)
    {
        var group = wakers.AsSpan(first, count);
        foreach (var seat in group) economy.Fetch(accounts[seat]);
        foreach (var seat in group) economy.FetchHoldings(accounts[seat]);
    }
}
