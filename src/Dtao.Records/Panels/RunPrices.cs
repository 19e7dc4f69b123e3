using System.Globalization;
using Dtao.Protocol.Units;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Panels;

/// <summary>Prices as a run recorded them: by the hour in <c>pools</c>, and each notable change in <c>prices</c>.</summary>
public sealed class RunPrices(SqliteConnection run) : IFinePrices
{
    private readonly Dictionary<int, PriceSeries?> series = [];

    /// <summary>Every subnet by the hour, as it was; rows that the run did not sample are missing.</summary>
    public PricePanel Hourly()
    {
        var (first, last) = run.Ask("SELECT min(block), max(block) FROM blocks", row => (row.GetInt64(0), row.GetInt64(1))).Single();
        int[] netuids = [.. run.Ask("SELECT DISTINCT netuid FROM pools ORDER BY netuid", row => row.GetInt32(0))];
        var columns = netuids.ToDictionary(netuid => netuid, _ => Missing((int)((last - first) / Block.PerHour) + 1));
        foreach (var (block, netuid, price) in run.Ask(
                     "SELECT block, netuid, price_tao_per_alpha FROM pools WHERE (block - $first) % $hour = 0", Price, ("$first", first), ("$hour", Block.PerHour)))
            columns[netuid][(block - first) / Block.PerHour] = price;
        return new PricePanel(new Block(first), Block.PerHour, netuids, [.. netuids.Select(netuid => columns[netuid])]);
    }

    public PriceSeries? Of(int netuid)
    {
        Load(netuid);
        return series[netuid];
    }

    /// <summary>The last price told of every subnet. Read backwards, and no farther than to where all that the last sample knows have been met.</summary>
    public IReadOnlyList<(int Netuid, double Price)> At(Block block)
    {
        var sampled = run.Ask("SELECT block, netuid FROM pools WHERE block = (SELECT max(block) FROM blocks WHERE block <= $block)", row => (Block: row.GetInt64(0), Netuid: row.GetInt32(1)), ("$block", block.Height));
        var missing = sampled.Select(pool => pool.Netuid).ToHashSet();
        var from = sampled.Select(pool => pool.Block).DefaultIfEmpty(0).First();
        SortedDictionary<int, double> seen = [];
        foreach (var row in run.Rows(FormattableString.Invariant($"SELECT block, netuid, price_tao_per_alpha FROM prices WHERE block <= {block.Height} ORDER BY block DESC")))
        {
            if (from > 0 && missing.Count == 0 && row.Whole(0) < from) break;
            seen.TryAdd((int)row.Whole(1), row.Real(2));
            missing.Remove((int)row.Whole(1));
        }
        return [.. seen.Select(subnet => (subnet.Key, subnet.Value))];
    }

    public IReadOnlyList<(int Netuid, Block First)> Newcomers() =>
    [
        .. run.Ask(
            "SELECT netuid, min(block) AS first FROM prices GROUP BY netuid HAVING first > (SELECT min(block) FROM prices) ORDER BY netuid",
            row => (row.GetInt32(0), new Block(row.GetInt64(1)))),
    ];

    /// <summary>Reads several at once: the table is in the order of blocks, and one reading of it costs as much as another.</summary>
    public void Load(params IEnumerable<int> netuids)
    {
        var wanted = netuids.Where(netuid => !series.ContainsKey(netuid)).ToDictionary(netuid => netuid, _ => (Blocks: new List<long>(), Prices: new List<double>()));
        if (wanted.Count == 0) return;
        foreach (var row in run.Rows($"SELECT block, netuid, price_tao_per_alpha FROM prices WHERE netuid IN ({string.Join(',', wanted.Keys.Select(netuid => netuid.ToString(CultureInfo.InvariantCulture)))}) ORDER BY block"))
        {
            var (blocks, prices) = wanted[(int)row.Whole(1)];
            blocks.Add(row.Whole(0));
            prices.Add(row.Real(2));
        }
        foreach (var (netuid, (blocks, prices)) in wanted) series[netuid] = blocks.Count == 0 ? null : new PriceSeries([.. blocks], [.. prices]);
    }

    private static (long Block, int Netuid, double Price) Price(SqliteDataReader row) => (row.GetInt64(0), row.GetInt32(1), row.GetDouble(2));

    private static double[] Missing(int rows)
    {
        var prices = new double[rows];
        Array.Fill(prices, double.NaN);
        return prices;
    }
}
