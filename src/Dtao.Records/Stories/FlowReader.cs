using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Stories;

/// <summary>Who put TAO into one subnet and who took it out, by strategy.</summary>
internal sealed class FlowReader(SqliteConnection run, int netuid)
{
    /// <summary>TAO bought for less TAO sold for, from one block to another, both included; behind it stands the largest trade of a side.</summary>
    public Flows Trades(Block from, Block to, string side) => new(
        Strategies(
            """
            SELECT account, sum(CASE side WHEN 'buy' THEN tao_rao WHEN 'sell' THEN -tao_rao ELSE 0 END) AS rao
            FROM trades WHERE netuid = $netuid AND block BETWEEN $from AND $to GROUP BY account
            """, from, to),
        new Backing(First("SELECT id FROM trades WHERE netuid = $netuid AND block BETWEEN $from AND $to AND side = $side ORDER BY tao_rao DESC, rowid LIMIT 1", from, to, side), from.Height, to.Height));

    /// <summary>What was paid for places; behind it stands the first one taken.</summary>
    public Flows Places(Block from, Block to) => new(
        Strategies("SELECT account, sum(tao_rao) AS rao FROM registrations WHERE netuid = $netuid AND block BETWEEN $from AND $to GROUP BY account", from, to),
        new Backing(First("SELECT id FROM registrations WHERE netuid = $netuid AND block BETWEEN $from AND $to ORDER BY block, rowid LIMIT 1", from, to), from.Height, to.Height));

    /// <summary>TAO taken out less TAO put in, places included, and what is held at the end at a price in TAO per alpha.</summary>
    public Flows Gains(Block from, Block to, double price) => new(
        Strategies(
            """
            SELECT account, sum(rao) AS rao FROM (
                SELECT account, CASE side WHEN 'buy' THEN -tao_rao WHEN 'sell' THEN tao_rao ELSE 0 END AS rao FROM trades WHERE netuid = $netuid AND block BETWEEN $from AND $to
                UNION ALL SELECT account, -tao_rao FROM registrations WHERE netuid = $netuid AND block BETWEEN $from AND $to
                UNION ALL SELECT account, CAST(alpha_rao * $price AS INTEGER) FROM holdings WHERE netuid = $netuid)
            GROUP BY account
            """, from, to, ("$price", price)),
        new Backing([], from.Height, to.Height));

    /// <summary>Who bought most for itself, or sold most, with the largest trade of each; TAO above 0.</summary>
    public ImmutableArray<AgentTrades> Largest(Block from, Block to, string side, int most) =>
    [
        .. run.Ask(
            """
            SELECT name, strategy, rao, first, (SELECT id FROM trades WHERE account = top.account AND netuid = $netuid AND side = $side AND block BETWEEN $from AND $to ORDER BY tao_rao DESC, rowid LIMIT 1)
            FROM (SELECT account, sum(tao_rao) AS rao, min(block) AS first FROM trades WHERE netuid = $netuid AND side = $side AND block BETWEEN $from AND $to GROUP BY account ORDER BY rao DESC, account LIMIT $most) AS top
            JOIN agents USING (account) ORDER BY rao DESC, account
            """,
            TradesOf, [.. Between(from, to), ("$side", side), ("$most", most)]),
    ];

    /// <summary>Who sold first, dust left out.</summary>
    /// <param name="least">TAO that a sale brings at least.</param>
    public ImmutableArray<AgentTrades> FirstSellers(Block from, Block to, double least, int most) =>
    [
        .. run.Ask(
            """
            SELECT name, strategy, tao_rao, block, id FROM (SELECT account, tao_rao, block, id, min(rowid) AS place FROM trades
                WHERE netuid = $netuid AND side = 'sell' AND block BETWEEN $from AND $to AND tao_rao >= $least GROUP BY account) JOIN agents USING (account) ORDER BY place LIMIT $most
            """,
            TradesOf, [.. Between(from, to), ("$least", (long)(least * Rao.PerCoin)), ("$most", most)]),
    ];

    /// <summary>Sales by agents who had last learnt of one of some events; none where the record does not say what anybody had learnt.</summary>
    public (int Sales, double Tao, ImmutableArray<string> First) Upon(IEnumerable<string> events, Block from, Block to)
    {
        if (!run.Has("trades", "prompt")) return (0, 0, []);
        var sales = events.SelectMany(learnt => run.Ask(
            "SELECT tao_rao, id FROM trades WHERE netuid = $netuid AND side = 'sell' AND block BETWEEN $from AND $to AND prompt = $learnt ORDER BY rowid",
            row => (Tao: row.GetInt64(0) / Rao.PerCoin, Id: row.GetString(1)), [.. Between(from, to), ("$learnt", learnt)])).ToArray();
        return (sales.Length, sales.Sum(sale => sale.Tao), [.. sales.Take(1).Select(sale => sale.Id)]);
    }

    private static AgentTrades TradesOf(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetInt64(2) / Rao.PerCoin, new Block(row.GetInt64(3)), row.GetString(4));

    private ImmutableArray<StrategyFlow> Strategies(string byAccount, Block from, Block to, params ReadOnlySpan<(string, object)> more) =>
    [
        .. run.Ask(
            $"SELECT strategy, sum(rao > 0), sum(rao < 0), sum(rao) FROM ({byAccount}) JOIN agents USING (account) GROUP BY strategy ORDER BY sum(rao) DESC, strategy",
            row => (Strategy: row.GetString(0), Up: row.GetInt32(1), Down: row.GetInt32(2), Rao: row.GetInt64(3)), [.. Between(from, to), .. more])
            .Select(row => new StrategyFlow(row.Strategy, row.Rao < 0 ? row.Down : row.Up, row.Rao / Rao.PerCoin)),
    ];

    private ImmutableArray<string> First(string sql, Block from, Block to, string side = "") =>
        [.. run.Ask(sql, row => row.GetString(0), [.. Between(from, to), ("$side", side)])];

    private (string, object)[] Between(Block from, Block to) => [("$netuid", netuid), ("$from", from.Height), ("$to", to.Height)];
}
