namespace Dtao.Records.Detectors;

/// <summary>Those who traded on a subnet meanwhile, as people ask for them.</summary>
/// <param name="lookUp">Finds id and block of a trade by its row.</param>
internal sealed class Crowd(IReadOnlyList<Trader> traders, Func<long, (string Id, long Block)> lookUp)
{
    /// <summary>Largest traders that are named.</summary>
    private const int Named = 5;

    public bool IsEmpty => traders.Count == 0;

    /// <summary>TAO bought for less TAO sold for, by all together; rao.</summary>
    public long Net => traders.Sum(trader => trader.Net);

    /// <summary>Those who put in more than they took out, the largest first, each with its largest buy.</summary>
    public IReadOnlyList<(Trader Trader, long Rao, string Id)> Buyers { get; } =
        [.. traders.Where(trader => trader.Net > 0).OrderByDescending(trader => trader.Net).Take(Named).Select(trader => (trader, trader.Net, lookUp(trader.LargestBuy).Id))];

    /// <summary>Those who took out more than they put in, the largest first, each with its largest sale.</summary>
    public IReadOnlyList<(Trader Trader, long Rao, string Id)> Sellers { get; } =
        [.. traders.Where(trader => trader.Net < 0).OrderBy(trader => trader.Net).Take(Named).Select(trader => (trader, -trader.Net, lookUp(trader.LargestSale).Id))];

    /// <summary>Who of those who took out more than they put in sold first; null where nobody did.</summary>
    public (Trader Trader, string Id, long Block)? FirstSeller { get; } =
        traders.Where(trader => trader.Net < 0).MinBy(trader => trader.FirstSale) is { } first && lookUp(first.FirstSale) is var sale ? (first, sale.Id, sale.Block) : null;

    /// <summary>Net buying by strategy, the largest buyer first; equals by name. A share is of what all buying strategies bought, or of what all selling ones sold.</summary>
    public IReadOnlyList<(string Strategy, int Agents, long Net, double Share)> Strategies { get; } = ByStrategy(traders);

    private static (string, int, long, double)[] ByStrategy(IReadOnlyList<Trader> traders)
    {
        var rows = traders.GroupBy(trader => trader.Strategy, StringComparer.Ordinal).Select(group => (Strategy: group.Key, Agents: group.Count(), Net: group.Sum(trader => trader.Net))).ToArray();
        double bought = rows.Sum(row => Math.Max(0, row.Net)), sold = rows.Sum(row => Math.Max(0, -row.Net));
        return [.. rows.OrderByDescending(row => row.Net).ThenBy(row => row.Strategy, StringComparer.Ordinal).Select(row => (row.Strategy, row.Agents, row.Net, ShareOf(row.Net)))];

        double ShareOf(long net) => net == 0 ? 0 : net > 0 ? net / bought : -net / sold;
    }
}
