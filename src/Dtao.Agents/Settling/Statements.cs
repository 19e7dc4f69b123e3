using System.Collections.Immutable;
using Dtao.Agents.Conversation;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Settling;

/// <summary>What a block's wakers own, read off the economy when they look: nothing has moved until the last of them has answered.</summary>
/// <param name="accounts">By seat.</param>
internal sealed class Statements(IEconomy economy, AccountId[] accounts, ImmutableArray<int> wakers) : IStatements
{
    public Statement this[int place] => economy.StatementOf(accounts[wakers[place]]);

    public void Fetch(int first, int count)
    {
        var group = wakers.AsSpan(first, count);
        foreach (var seat in group) economy.Fetch(accounts[seat]);
        foreach (var seat in group) economy.FetchHoldings(accounts[seat]);
    }
}
