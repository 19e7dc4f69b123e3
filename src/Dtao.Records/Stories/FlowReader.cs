using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Stories;

/// <summary>Who put TAO into one subnet and who took it out, by cohort.</summary>
internal sealed class FlowReader(SqliteConnection run, int netuid)
{
    private const double RaoPerTao = 1e9;

    /// <summary>TAO bought for less TAO sold for, from one block to another, both included; behind it stands the largest trade of a side.</summary>
    public Flows Trades(Block from, Block to, string side) => new(
        Cohorts(
            """
            SELECT account, sum(CASE side WHEN 'buy' THEN tao_rao WHEN 'sell' THEN -tao_rao ELSE 0 END) AS rao
            FROM trades WHERE netuid = $netuid AND block BETWEEN $from AND $to GROUP BY account
            """, from, to),
        new Backing(First("SELECT id FROM trades WHERE netuid = $netuid AND block BETWEEN $from AND $to AND side = $side ORDER BY tao_rao DESC, rowid LIMIT 1", from, to, side), from.Height, to.Height));

    /// <summary>What was paid for places; behind it stands the first one taken.</summary>
    public Flows Places(Block from, Block to) => new(
        Cohorts("SELECT account, sum(tao_rao) AS rao FROM registrations WHERE netuid = $netuid AND block BETWEEN $from AND $to GROUP BY account", from, to),
        new Backing(First("SELECT id FROM registrations WHERE netuid = $netuid AND block BETWEEN $from AND $to ORDER BY block, rowid LIMIT 1", from, to), from.Height, to.Height));

    /// <summary>TAO taken out less TAO put in, places included, and what is held at the end at a price in TAO per alpha.</summary>
    public Flows Gains(Block from, Block to, double price) => new(
        Cohorts(
            """
            SELECT account, sum(rao) AS rao FROM (
                SELECT account, CASE side WHEN 'buy' THEN -tao_rao WHEN 'sell' THEN tao_rao ELSE 0 END AS rao FROM trades WHERE netuid = $netuid AND block BETWEEN $from AND $to
                UNION ALL SELECT account, -tao_rao FROM registrations WHERE netuid = $netuid AND block BETWEEN $from AND $to
                UNION ALL SELECT account, CAST(alpha_rao * $price AS INTEGER) FROM holdings WHERE netuid = $netuid)
            GROUP BY account
            """, from, to, ("$price", price)),
        new Backing([], from.Height, to.Height));

    private ImmutableArray<CohortFlow> Cohorts(string byAccount, Block from, Block to, params ReadOnlySpan<(string, object)> more) =>
    [
        .. run.Ask(
            $"SELECT cohort, sum(rao > 0), sum(rao < 0), sum(rao) FROM ({byAccount}) JOIN agents USING (account) GROUP BY cohort ORDER BY sum(rao) DESC, cohort",
            row => (Cohort: row.GetString(0), Up: row.GetInt32(1), Down: row.GetInt32(2), Rao: row.GetInt64(3)), [.. Between(from, to), .. more])
            .Select(row => new CohortFlow(row.Cohort, row.Rao < 0 ? row.Down : row.Up, row.Rao / RaoPerTao)),
    ];

    private ImmutableArray<string> First(string sql, Block from, Block to, string side = "") =>
        [.. run.Ask(sql, row => row.GetString(0), [.. Between(from, to), ("$side", side)])];

    private (string, object)[] Between(Block from, Block to) => [("$netuid", netuid), ("$from", from.Height), ("$to", to.Height)];
}
