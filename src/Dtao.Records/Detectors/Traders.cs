using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Detectors;

/// <summary>Looks up who traded on a subnet; one prepared question for all detections of a run.</summary>
internal sealed class Traders : IDisposable
{
    private readonly Dictionary<int, RunAgent> agents;
    private readonly SqliteCommand question;
    private readonly SqliteParameter netuid, from, to;

    public Traders(SqliteConnection run, IEnumerable<RunAgent> agents)
    {
        this.agents = agents.ToDictionary(agent => agent.Account.Index);
        question = run.CreateCommand();
        question.CommandText = "SELECT account, side, tao_rao, block, id FROM trades WHERE netuid = $netuid AND block BETWEEN $from AND $to AND side <> 'redelegate' ORDER BY block, rowid";
        (netuid, from, to) = (question.Parameters.Add("$netuid", SqliteType.Integer), question.Parameters.Add("$from", SqliteType.Integer), question.Parameters.Add("$to", SqliteType.Integer));
    }

    /// <summary>By account; whoever traded there from one block to another, both included.</summary>
    public IReadOnlyList<Trader> On(NetUid subnet, Block first, Block last)
    {
        (netuid.Value, from.Value, to.Value) = (subnet.Value, first.Height, last.Height);
        var found = new SortedDictionary<int, Trader>();
        using var rows = question.ExecuteReader();
        for (var order = 0; rows.Read(); order++)
        {
            var account = rows.GetInt32(0);
            var known = found.GetValueOrDefault(account) ?? Nobody(account);
            found[account] = rows.GetString(1) == "buy" ? Bought(known, rows) : Sold(known, rows, order);
        }
        return [.. found.Values];
    }

    /// <summary>An account without an agent is called by its number.</summary>
    public Trader Nobody(int account) => agents.TryGetValue(account, out var agent)
        ? new Trader(account, agent.Name, agent.Strategy, 0, default, default, null)
        : new Trader(account, FormattableString.Invariant($"account-{account}"), "", 0, default, default, null);

    public void Dispose() => question.Dispose();

    private static Trader Bought(Trader known, SqliteDataReader row)
    {
        var rao = row.GetInt64(2);
        return known with { Net = known.Net + rao, LargestBuy = rao > known.LargestBuy.Rao ? (rao, row.GetString(4)) : known.LargestBuy };
    }

    private static Trader Sold(Trader known, SqliteDataReader row, int order)
    {
        var rao = row.GetInt64(2);
        return known with
        {
            Net = known.Net - rao,
            LargestSale = rao > known.LargestSale.Rao ? (rao, row.GetString(4)) : known.LargestSale,
            FirstSale = known.FirstSale ?? (order, row.GetInt64(3), row.GetString(4)),
        };
    }
}
