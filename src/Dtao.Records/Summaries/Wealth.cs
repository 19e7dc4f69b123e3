using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Records.Summaries;

/// <summary>What an account is worth at one moment.</summary>
public readonly record struct AgentWealth(AccountId Account, Tao Liquidation, Tao Spot)
{
    public static AgentWealth Of(LedgerState state, AccountId account) => new(account, Wealth.Liquidation(state, account), Wealth.Spot(state, account));
}

/// <summary>Two ways to value what an account owns, in TAO.</summary>
public static class Wealth
{
    /// <summary>Free TAO and what each subnet's whole position would sell for at once, this account alone selling; before the flat fee.</summary>
    public static Tao Liquidation(LedgerState state, AccountId account) => Sum(state, account, Proceeds);

    /// <summary>Free TAO and every position at its spot price: more than anyone could get, since selling moves the price.</summary>
    public static Tao Spot(LedgerState state, AccountId account) =>
        Sum(state, account, (subnet, held) => new Tao((I96F32.FromInteger(held.Rao) * subnet.SpotPrice).Floor()));

    private static Tao Sum(LedgerState state, AccountId account, Func<Subnet, Alpha, Tao> value)
    {
        var statement = Statement.Of(state, account);
        var sum = statement.Free;
        foreach (var netuid in statement.Holdings.Select(holding => holding.Netuid).Distinct()) sum += value(state[netuid], statement.On(netuid));
        return sum;
    }

    private static Tao Proceeds(Subnet subnet, Alpha held) =>
        subnet.Curve.Sell(subnet.Pool, held) is { } whole ? whole.Received : MostOf(subnet, held);

    /// <summary>A pool too thin for the whole position still buys a part: the largest it takes, found by halving.</summary>
    private static Tao MostOf(Subnet subnet, Alpha held)
    {
        var (taken, refused) = (0UL, held.Rao);
        while (refused - taken > 1)
        {
            var middle = taken + (refused - taken) / 2;
            if (subnet.Curve.Sell(subnet.Pool, new Alpha(middle)) is null) refused = middle;
            else taken = middle;
        }
        return subnet.Curve.Sell(subnet.Pool, new Alpha(taken))?.Received ?? Tao.Zero;
    }
}
