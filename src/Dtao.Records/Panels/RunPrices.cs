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
        var columns = netuids.ToDictionary(netuid => netuid, _ => Missing((int)((last - first) / PricePanel.Hour) + 1));
        foreach (var (block, netuid, price) in run.Ask(
                     "SELECT block, netuid, price_tao_per_alpha FROM pools WHERE (block - $first) % $hour = 0", Price, ("$first", first), ("$hour", PricePanel.Hour)))
            columns[netuid][(block - first) / PricePanel.Hour] = price;
        return new PricePanel(new Block(first), PricePanel.Hour, netuids, [.. netuids.Select(netuid => columns[netuid])]);
    }

    public PriceSeries? Of(int netuid)
    {
        if (!series.TryGetValue(netuid, out var known)) series[netuid] = known = Read(netuid);
        return known;
    }

    public IReadOnlyList<(int Netuid, double Price)> At(Block block) =>
    [
        .. run.Ask(
            "SELECT max(block), netuid, price_tao_per_alpha FROM prices WHERE block <= $block GROUP BY netuid ORDER BY netuid",
            row => (row.GetInt32(1), row.GetDouble(2)), ("$block", block.Height)),
    ];

    public IReadOnlyList<(int Netuid, Block First)> Newcomers() =>
    [
        .. run.Ask(
            "SELECT netuid, min(block) AS first FROM prices GROUP BY netuid HAVING first > (SELECT min(block) FROM prices) ORDER BY netuid",
            row => (row.GetInt32(0), new Block(row.GetInt64(1)))),
    ];

    private PriceSeries? Read(int netuid)
    {
        var seen = run.Ask("SELECT block, netuid, price_tao_per_alpha FROM prices WHERE netuid = $netuid ORDER BY block", Price, ("$netuid", netuid));
        return seen.Count == 0 ? null : new PriceSeries([.. seen.Select(row => row.Block)], [.. seen.Select(row => row.Price)]);
    }

    private static (long Block, int Netuid, double Price) Price(SqliteDataReader row) => (row.GetInt64(0), row.GetInt32(1), row.GetDouble(2));

    private static double[] Missing(int rows)
    {
        var prices = new double[rows];
        Array.Fill(prices, double.NaN);
        return prices;
    }
}
