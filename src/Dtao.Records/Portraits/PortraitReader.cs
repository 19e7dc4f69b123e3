using System.Collections.Immutable;
using System.Globalization;
using Dtao.Protocol.Units;
using Dtao.Records.Database;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Portraits;

/// <summary>Reads one agent's part off a run's database.</summary>
public sealed class PortraitReader
{
    private readonly SqliteConnection run;
    private readonly int account;
    private readonly long first;

    private PortraitReader(SqliteConnection run, int account)
    {
        (this.run, this.account) = (run, account);
        first = run.Ask("SELECT min(block) FROM blocks", row => row.GetInt64(0)).Single();
    }

    /// <summary>Null where the run has no agent of that name.</summary>
    public static Portrait? Of(RunReader reader, string name)
    {
        using var database = reader.OpenDatabase();
        return database.Ask("SELECT account FROM agents WHERE name = $name", row => row.GetInt32(0), ("$name", name)) is [var found] ? new PortraitReader(database, found).Read() : null;
    }

    private Portrait Read()
    {
        var (name, cohort, role, strategy, start, end) = run.Ask(
            "SELECT name, cohort, role, strategy, start_liquidation_rao, end_liquidation_rao FROM agents WHERE account = $account",
            row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Coins(row, 4), Coins(row, 5)), Own).Single();
        var positions = PositionReader.Of(run, account, isEnded: !double.IsNaN(end));
        return new Portrait(name, account, cohort, role, strategy, start, end, Math.Max(0, end - positions.Sum(position => position.Liquidation)), Crossed("deposit"), Crossed("withdraw"), Prompts(), Orders(), Posts(), positions, Moments());
    }

    /// <summary>TAO over the border of the market.</summary>
    private double Crossed(string side) => run.Has("transfers")
        ? run.Ask("SELECT ifnull(sum(tao_rao), 0) FROM transfers WHERE account = $account AND side = $side", row => Coins(row, 0), Own, ("$side", side)).Single()
        : 0;

    private (string, object) Own => ("$account", account);

    private ImmutableArray<Prompt> Prompts() => !run.Has("trades", "prompt") ? [] :
    [
        .. run.Ask(
            """
            SELECT what, by, count(*) FROM (
                SELECT COALESCE(postings.topic, 'epoch') AS what, COALESCE(agents.name, 'SN' || epochs.netuid, '') AS by
                FROM (SELECT prompt FROM trades WHERE account = $account AND prompt IS NOT NULL UNION ALL SELECT prompt FROM refusals WHERE account = $account AND prompt IS NOT NULL) AS ordered
                LEFT JOIN postings ON postings.id = ordered.prompt LEFT JOIN agents ON agents.account = postings.account LEFT JOIN epochs ON epochs.id = ordered.prompt)
            GROUP BY what, by ORDER BY count(*) DESC, what, by
            """,
            row => new Prompt(row.GetString(0), row.GetString(1), row.GetInt32(2)), Own),
    ];

    private ImmutableArray<OrderCount> Orders() =>
    [
        .. run.Ask(
            $"""
            SELECT kind, became, count(*) FROM (
                SELECT side AS kind, CASE partial WHEN 1 THEN 'filled in part' ELSE 'filled' END AS became FROM trades WHERE account = $account
                UNION ALL SELECT lower(command), 'refused: ' || reason FROM refusals WHERE account = $account
                {(run.Has("transfers") ? "UNION ALL SELECT side, 'done' FROM transfers WHERE account = $account" : "")}
                UNION ALL SELECT {DecisionWords.Orders}, 'done' FROM decisions WHERE account = $account
                UNION ALL SELECT 'place', 'taken' FROM registrations WHERE account = $account)
            GROUP BY kind, became ORDER BY count(*) DESC, kind, became
            """,
            row => new OrderCount(row.GetString(0), row.GetString(1), row.GetInt32(2)), Own),
    ];

    private ImmutableArray<PostCount> Posts() =>
    [
        .. run.Ask(
            "SELECT topic, count(*), value, max(rowid) FROM postings WHERE account = $account GROUP BY topic ORDER BY count(*) DESC, topic",
            row => new PostCount(row.GetString(0), row.GetInt32(1), row.IsDBNull(2) ? double.NaN : row.GetDouble(2)), Own),
    ];

    private ImmutableArray<Moment> Moments()
    {
        var prompt = run.Has("trades", "prompt") ? "prompt" : "NULL";
        var transfers = run.Has("transfers")
            ? "UNION ALL SELECT block, id, CASE side WHEN 'deposit' THEN 'brought in' ELSE 'paid outside' END, 0, tao_rao, 0, prompt FROM transfers WHERE account = $account"
            : "";
        var sales = run.Has("subnet_sales")
            ? $"""
                UNION ALL SELECT block, id, 'bought the subnet of ' || ifnull(name, 'somebody'), netuid, tao_rao, 0, {prompt} FROM subnet_sales JOIN (SELECT id, prompt FROM decisions) USING (id) LEFT JOIN agents ON agents.account = seller WHERE subnet_sales.account = $account
                UNION ALL SELECT block, id, 'sold the subnet to ' || ifnull(name, 'somebody'), netuid, tao_rao, 0, NULL FROM subnet_sales LEFT JOIN agents USING (account) WHERE seller = $account
                """
            : "";
        return
        [
            .. run.Ask(
                $"""
                SELECT block, id, CASE side WHEN 'buy' THEN 'bought' WHEN 'sell' THEN 'sold' ELSE 'redelegated' END, netuid, tao_rao, alpha_rao, {prompt} FROM trades WHERE account = $account
                UNION ALL SELECT block, id, 'was refused: ' || command || ', ' || reason, netuid, 0, 0, {prompt} FROM refusals WHERE account = $account
                {transfers}
                {sales}
                UNION ALL SELECT block, id, {DecisionWords.Deeds}, netuid, 0, 0, {prompt} FROM decisions WHERE account = $account AND {DecisionWords.AreDeeds}
                UNION ALL SELECT block, id, 'took place ' || uid, netuid, tao_rao, 0, NULL FROM registrations WHERE account = $account
                UNION ALL SELECT block, id, 'posted ' || topic || COALESCE(' ' || round(value, 6), ''), netuid, 0, 0, NULL FROM postings WHERE account = $account
                """,
                row => new Moment(
                    row.GetInt64(0), (row.GetInt64(0) - first) / (double)Block.PerDay, row.GetString(1), row.GetString(2), row.GetInt32(3), Coins(row, 4), Coins(row, 5), row.IsDBNull(6) ? null : row.GetString(6)),
                Own).OrderBy(moment => moment.Block).ThenBy(moment => NumberOf(moment.Id)),
        ];
    }

    private static double Coins(SqliteDataReader row, int column) => row.IsDBNull(column) ? double.NaN : row.GetInt64(column) / Rao.PerCoin;

    /// <summary>Ids count up in the order in which things happened.</summary>
    private static long NumberOf(string id) => long.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
