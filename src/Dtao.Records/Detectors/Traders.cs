using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Detectors;

/// <summary>Looks up who traded on a subnet, with questions that are prepared once for all detections of a run.</summary>
internal sealed class Traders : IDisposable
{
    private readonly Dictionary<int, RunAgent> agents;
    private readonly SqliteCommand trades, trade;
    private readonly SqliteParameter netuid, from, to, row;

    public Traders(SqliteConnection run, IEnumerable<RunAgent> agents)
    {
        this.agents = agents.ToDictionary(agent => agent.Account.Index);
        (trades, trade) = (run.CreateCommand(), run.CreateCommand());
        trades.CommandText = "SELECT account, side = 'buy', tao_rao, rowid FROM trades WHERE netuid = $netuid AND block BETWEEN $from AND $to AND side <> 'redelegate' ORDER BY block, rowid";
        (netuid, from, to) = (trades.Parameters.Add("$netuid", SqliteType.Integer), trades.Parameters.Add("$from", SqliteType.Integer), trades.Parameters.Add("$to", SqliteType.Integer));
        trade.CommandText = "SELECT id, block FROM trades WHERE rowid = $row";
        row = trade.Parameters.Add("$row", SqliteType.Integer);
    }

    /// <summary>Whoever traded there from one block to another, both included; by account.</summary>
    public IReadOnlyList<Trader> On(NetUid subnet, Block first, Block last)
    {
        (netuid.Value, from.Value, to.Value) = (subnet.Value, first.Height, last.Height);
        var found = new Dictionary<int, Trader>();
        using var rows = trades.ExecuteReader();
        while (rows.Read())
        {
            var account = rows.GetInt32(0);
            if (!found.TryGetValue(account, out var trader)) found[account] = trader = Of(account);
            if (rows.GetBoolean(1)) trader.Bought(rows.GetInt64(2), rows.GetInt64(3));
            else trader.Sold(rows.GetInt64(2), rows.GetInt64(3));
        }
        return [.. found.Values.OrderBy(trader => trader.Account)];
    }

    public Trader Of(int account) => Trader.Of(account, agents);

    /// <summary>Id and block of a trade by its row.</summary>
    public (string Id, long Block) Trade(long number)
    {
        row.Value = number;
        using var rows = trade.ExecuteReader();
        rows.Read();
        return (rows.GetString(0), rows.GetInt64(1));
    }

    public void Dispose()
    {
        trades.Dispose();
        trade.Dispose();
    }
}
