using Dtao.Protocol.Units;
using Dtao.Records.Database;
using Dtao.Records.Events;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dtao.Records.Detectors;

/// <summary>Looks up who traded on a subnet, with questions that are prepared once for all detections of a run.</summary>
/// <remarks>A run has some hundred thousand rows to go through, so they are read by SQLite's own functions.</remarks>
internal sealed class Traders : IDisposable
{
    private readonly Dictionary<int, RunAgent> agents;
    private readonly sqlite3_stmt trades;
    private readonly SqliteCommand trade;
    private readonly SqliteParameter rowid;

    public Traders(SqliteConnection run, IEnumerable<RunAgent> agents)
    {
        this.agents = agents.ToDictionary(agent => agent.Account.Index);
        trade = run.CreateCommand();
        var prepared = raw.sqlite3_prepare_v2(run.Handle, "SELECT account, side = 'buy', tao_rao, rowid FROM trades WHERE netuid = ? AND block BETWEEN ? AND ? AND side <> 'redelegate' ORDER BY block, rowid", out trades);
        if (prepared != raw.SQLITE_OK) throw new SqliteException(raw.sqlite3_errmsg(run.Handle).utf8_to_string(), prepared);
        trade.CommandText = "SELECT id, block FROM trades WHERE rowid = $row";
        rowid = trade.Parameters.Add("$row", SqliteType.Integer);
    }

    /// <summary>Whoever traded there from one block to another, both included; by account.</summary>
    public IReadOnlyList<Trader> On(NetUid subnet, Block first, Block last)
    {
        raw.sqlite3_bind_int64(trades, 1, subnet.Value);
        raw.sqlite3_bind_int64(trades, 2, first.Height);
        raw.sqlite3_bind_int64(trades, 3, last.Height);
        var found = new Dictionary<int, Trader>();
        var row = new NumberRow(trades.DangerousGetHandle());
        while (Binding.Step(row.Statement) == raw.SQLITE_ROW)
        {
            var account = (int)row.Whole(0);
            if (!found.TryGetValue(account, out var trader)) found[account] = trader = Of(account);
            var (rao, number) = (row.Whole(2), row.Whole(3));
            if (row.Whole(1) != 0) trader.Bought(rao, number);
            else trader.Sold(rao, number);
        }
        raw.sqlite3_reset(trades);
        return [.. found.Values.OrderBy(trader => trader.Account)];
    }

    public Trader Of(int account) => Trader.Of(account, agents);

    /// <summary>Id and block of a trade by its row.</summary>
    public (string Id, long Block) Trade(long number)
    {
        rowid.Value = number;
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
