using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Records.Events;

/// <summary>What an account holds of a subnet's alpha with all hotkeys together; on root, TAO.</summary>
public readonly record struct AccountHolding(AccountId Account, NetUid Netuid, Alpha Amount)
{
    /// <summary>Everybody's, by account and netuid.</summary>
    public static ImmutableArray<AccountHolding> AllOf(LedgerState state) => [.. state.Accounts.SelectMany((_, index) => Of(state, new AccountId(index)))];

    private static IEnumerable<AccountHolding> Of(LedgerState state, AccountId account)
    {
        var statement = Statement.Of(state, account);
        return statement.Holdings.Select(holding => holding.Netuid).Distinct().Select(netuid => new AccountHolding(account, netuid, statement.On(netuid)));
    }
}
