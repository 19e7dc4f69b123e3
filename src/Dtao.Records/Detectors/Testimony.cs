using System.Globalization;
using System.Text.Json.Nodes;

namespace Dtao.Records.Detectors;

/// <summary>What stands behind a detection, as JSON: keys are there where there is something to tell. Amounts are rao, in strings.</summary>
internal static class Testimony
{
    /// <param name="about">Whom it is about; null where it is about a subnet.</param>
    public static string Of(Sighting seen, Trader? about, Crowd crowd, IReadOnlyList<string> postings)
    {
        var evidence = new JsonObject();
        foreach (var (name, value) in seen.Numbers) evidence[name] = double.IsFinite(value) ? value : null;
        if (about is not null) evidence["agent"] = Who(about);
        if (!crowd.IsEmpty) Add(evidence, crowd);
        if (postings.Count > 0) evidence["postings"] = Texts(postings);
        if (seen.Epochs.Length > 0) evidence["epochs"] = Texts(seen.Epochs.Select(id => id.ToString()));
        var events = seen.Events.Select(id => id.ToString()).Concat(crowd.Buyers.Concat(crowd.Sellers).Select(one => one.Id)).Distinct(StringComparer.Ordinal).ToArray();
        if (events.Length > 0) evidence["events"] = Texts(events);
        return evidence.ToJsonString();
    }

    private static void Add(JsonObject evidence, Crowd crowd)
    {
        evidence["net_tao_rao"] = Rao(crowd.Net);
        evidence["buyers"] = new JsonArray([.. crowd.Buyers.Select(Who)]);
        evidence["sellers"] = new JsonArray([.. crowd.Sellers.Select(Who)]);
        evidence["strategies"] = new JsonArray(
            [.. crowd.Strategies.Select(row => new JsonObject { ["strategy"] = row.Strategy, ["agents"] = row.Agents, ["tao_rao"] = Rao(row.Net), ["share"] = row.Share })]);
        if (crowd.FirstSeller is not { } first) return;
        var seller = Who(first.Trader);
        (seller["block"], seller["id"]) = (first.Block, first.Id);
        evidence["first_seller"] = seller;
    }

    private static JsonObject Who(Trader trader) => new() { ["account"] = trader.Account, ["name"] = trader.Name, ["strategy"] = trader.Strategy };

    private static JsonObject Who((Trader Trader, long Rao, string Id) one)
    {
        var who = Who(one.Trader);
        (who["tao_rao"], who["id"]) = (Rao(one.Rao), one.Id);
        return who;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static string Rao(long rao) => rao.ToString(CultureInfo.InvariantCulture);
}
