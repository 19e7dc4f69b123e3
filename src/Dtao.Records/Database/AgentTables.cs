using Dtao.Records.Events;
using Dtao.Records.Summaries;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Database;

/// <summary>Who took part and what each was worth, and what the run says of itself.</summary>
internal static class AgentTables
{
    public static void AddAgents(SqliteConnection connection, IEnumerable<RunAgent> agents, IEnumerable<AgentWealth> start)
    {
        var worth = start.ToDictionary(wealth => wealth.Account.Index);
        using var insert = new Insert(connection, "agents", columns: 10);
        foreach (var agent in agents)
        {
            insert.Value(agent.Account.Index).Value(agent.Name).Value(agent.Cohort).Value(agent.Role).Value(agent.Strategy);
            if (worth.TryGetValue(agent.Account.Index, out var wealth)) insert.Value(wealth.Liquidation).Value(wealth.Spot);
            else insert.Nothing().Nothing();
            insert.Nothing().Nothing();
            if (agent.Kind is { } kind) insert.Value(kind).Run();
            else insert.Nothing().Run();
        }
        insert.Flush();
    }

    public static void AddEndWealth(SqliteConnection connection, IEnumerable<AgentWealth> end)
    {
        using var update = connection.CreateCommand();
        update.CommandText = "UPDATE agents SET end_liquidation_rao = $liquidation, end_spot_rao = $spot WHERE account = $account";
        var liquidation = update.Parameters.Add("$liquidation", SqliteType.Integer);
        var spot = update.Parameters.Add("$spot", SqliteType.Integer);
        var account = update.Parameters.Add("$account", SqliteType.Integer);
        foreach (var wealth in end)
        {
            (liquidation.Value, spot.Value, account.Value) = ((long)wealth.Liquidation.Rao, (long)wealth.Spot.Rao, wealth.Account.Index);
            update.ExecuteNonQuery();
        }
    }

    public static void AddHoldings(SqliteConnection connection, IEnumerable<AccountHolding> holdings)
    {
        using var insert = new Insert(connection, "holdings", columns: 3);
        foreach (var held in holdings) insert.Value(held.Account.Index).Value(held.Netuid.Value).Value(held.Amount).Run();
        insert.Flush();
    }

    public static void AddMeta(SqliteConnection connection, IEnumerable<(string Key, string Value)> facts)
    {
        using var insert = new Insert(connection, "meta", columns: 2);
        foreach (var (key, value) in facts) insert.Value(key).Value(value).Run();
        insert.Flush();
    }
}
