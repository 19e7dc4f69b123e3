using System.Globalization;
using System.Text.Json.Nodes;

namespace Dtao.Records.Detectors;

/// <summary>What stands behind a detection, as JSON: keys are there where there is something to tell. Amounts are rao, in strings.</summary>
internal static class Testimony
{
    /// <summary>Largest traders that are named.</summary>
    private const int Named = 5;

    /// <param name="traders">Who traded meanwhile; none where nobody asked.</param>
    public static string Of(Sighting seen, Trader? about, IReadOnlyList<Trader> traders, IReadOnlyList<string> postings)
    {
        var evidence = new JsonObject();
        foreach (var (name, value) in seen.Numbers) evidence[name] = double.IsFinite(value) ? value : null;
        if (about is not null) evidence["agent"] = Who(about);
        if (traders.Count > 0) Add(evidence, traders);
        if (postings.Count > 0) evidence["postings"] = Texts(postings);
        if (seen.Epochs.Length > 0) evidence["epochs"] = Texts(seen.Epochs.Select(id => id.ToString()));
        var events = seen.Events.Select(id => id.ToString()).Concat(Buyers(traders).Select(trader => trader.LargestBuy.Id)).Concat(Sellers(traders).Select(trader => trader.LargestSale.Id)).ToArray();
        if (events.Length > 0) evidence["events"] = Texts(events.Distinct(StringComparer.Ordinal));
        return evidence.ToJsonString();
    }

    /// <summary>Those who put in more than they took out, the largest first.</summary>
    public static IEnumerable<Trader> Buyers(IReadOnlyList<Trader> traders) => traders.Where(trader => trader.Net > 0).OrderByDescending(trader => trader.Net).Take(Named);

    /// <summary>Those who took out more than they put in, the largest first.</summary>
    public static IEnumerable<Trader> Sellers(IReadOnlyList<Trader> traders) => traders.Where(trader => trader.Net < 0).OrderBy(trader => trader.Net).Take(Named);

    /// <summary>Net buying by strategy, the largest buyer first; equals by name.</summary>
    public static IEnumerable<(string Strategy, int Agents, long Net)> Strategies(IReadOnlyList<Trader> traders) => traders
        .GroupBy(trader => trader.Strategy, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Count(), group.Sum(trader => trader.Net)))
        .OrderByDescending(row => row.Item3).ThenBy(row => row.Key, StringComparer.Ordinal);

    /// <summary>Who sold first of those who took out more than they put in.</summary>
    public static Trader? FirstSeller(IReadOnlyList<Trader> traders) => traders.Where(trader => trader is { Net: < 0, FirstSale: not null }).MinBy(trader => trader.FirstSale!.Value.Order);

    private static void Add(JsonObject evidence, IReadOnlyList<Trader> traders)
    {
        evidence["net_tao_rao"] = Rao(traders.Sum(trader => trader.Net));
        evidence["buyers"] = new JsonArray([.. Buyers(traders).Select(trader => With(Who(trader), trader.Net, trader.LargestBuy.Id))]);
        evidence["sellers"] = new JsonArray([.. Sellers(traders).Select(trader => With(Who(trader), -trader.Net, trader.LargestSale.Id))]);
        evidence["strategies"] = Shares([.. Strategies(traders)]);
        if (FirstSeller(traders) is { FirstSale: { } sale } first)
            evidence["first_seller"] = new JsonObject { ["account"] = first.Account, ["name"] = first.Name, ["strategy"] = first.Strategy, ["block"] = sale.Block, ["id"] = sale.Id };
    }

    /// <summary>A strategy's share is of what all buying strategies bought, or of what all selling ones sold.</summary>
    private static JsonArray Shares((string Strategy, int Agents, long Net)[] rows)
    {
        var (bought, sold) = (rows.Sum(row => Math.Max(0, row.Net)), rows.Sum(row => Math.Max(0, -row.Net)));
        return
        [
            .. rows.Select(row => new JsonObject
            {
                ["strategy"] = row.Strategy,
                ["agents"] = row.Agents,
                ["tao_rao"] = Rao(row.Net),
                ["share"] = row.Net == 0 ? 0 : row.Net > 0 ? row.Net / (double)bought : -row.Net / (double)sold,
            }),
        ];
    }

    private static JsonObject Who(Trader trader) => new() { ["account"] = trader.Account, ["name"] = trader.Name, ["strategy"] = trader.Strategy };

    private static JsonObject With(JsonObject who, long rao, string id)
    {
        who["tao_rao"] = Rao(rao);
        who["id"] = id;
        return who;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static string Rao(long rao) => rao.ToString(CultureInfo.InvariantCulture);
}
