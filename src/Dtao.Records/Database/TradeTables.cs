using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Database;

/// <summary>What became of orders: a row in <c>trades</c> for every swap (a move has two), one in <c>refusals</c> for every refusal.</summary>
internal sealed class TradeTables(SqliteConnection connection) : IDisposable
{
    private readonly Insert trades = new(connection, "trades", columns: 11);
    private readonly Insert refusals = new(connection, "refusals", columns: 8);

    /// <summary>Sums since the last sample.</summary>
    public Flows Flows { get; private set; } = Flows.None;

    public void StartFlows() => Flows = Flows.None;

    public void Add(in RunEvent told, Outcome outcome)
    {
        switch (outcome)
        {
            case Staked staked: Add(told, staked); break;
            case Unstaked unstaked: Add(told, unstaked); break;
            case Moved moved:
                Add(told, moved.Out);
                if (moved.In is { } leg) Add(told, leg);
                break;
            case Redelegated moved: Row(told, moved.Account, moved.Netuid, "redelegate"u8, Tao.Zero, moved.Amount, Tao.Zero, partial: false); break;
            case Refused refused: Add(told, refused); break;
            default: break; // No trade.
        }
    }

    public void Dispose()
    {
        trades.Dispose();
        refusals.Dispose();
    }

    private void Add(in RunEvent told, Staked staked)
    {
        Row(told, staked.Account, staked.Netuid, "buy"u8, staked.Paid, staked.Received, staked.Fee, staked.Partial);
        Flows = Flows with { Bought = Flows.Bought + staked.Paid };
    }

    private void Add(in RunEvent told, Unstaked unstaked)
    {
        Row(told, unstaked.Account, unstaked.Netuid, "sell"u8, unstaked.Received, unstaked.Sold, unstaked.Fee, unstaked.Partial);
        Flows = Flows with { Sold = Flows.Sold + unstaked.Received };
    }

    private void Add(in RunEvent told, Refused refused)
    {
        refusals.Value(told.Block.Height).Value(refused.Account.Index).Value(refused.Command.Subnet().Value).Value(refused.Command.GetType().Name)
            .Value(refused.Reason.ToString()).Value(told).Run();
        Flows = Flows with { Refusals = Flows.Refusals + 1 };
    }

    private void Row(in RunEvent told, AccountId account, NetUid netuid, ReadOnlySpan<byte> side, Tao tao, Alpha alpha, Tao fee, bool partial)
    {
        trades.Value(told.Block.Height).Value(account.Index).Value(netuid.Value).Value(side).Value(tao).Value(alpha).Value(fee).Value(partial).Value(told).Run();
        Flows = Flows with { Trades = Flows.Trades + 1 };
    }
}

/// <summary>What was traded between two samples, root included.</summary>
internal readonly record struct Flows(long Trades, long Refusals, Tao Bought, Tao Sold)
{
    public static Flows None => default;
}
