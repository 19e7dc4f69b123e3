using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Sweeps.Searching;

namespace Dtao.Cli.Verbs;

/// <summary>A search on the screen: the best candidates, and the settings of the first of them to paste.</summary>
internal static class SearchTable
{
    private const int Best = 10;

    /// <param name="finals">Null where there were none.</param>
    public static void Show(Terminal terminal, SearchResults results, SearchResults? finals)
    {
        Show(terminal, results);
        if (finals is not null)
        {
            terminal.Say("The best of them under seeds that none was chosen for:");
            Show(terminal, finals);
        }
        if ((finals ?? results).Ranked is not [var winner, ..]) return;
        terminal.Say(FormattableString.Invariant($"{results.Rows.Count} tried. The best is {winner.Candidate.Number}{(winner.Candidate.IsBase ? ", the base as it stands." : ":")}"));
        foreach (var line in winner.Candidate.Hocon) terminal.Say(line);
    }

    public static JsonObject Json(SearchPlan plan, SearchResults results, SearchResults? finals) => new()
    {
        ["candidates"] = plan.Candidates,
        ["scored"] = results.Rows.Count,
        ["best"] = Rows(results),
        ["finals"] = finals is null ? null : Rows(finals),
    };

    private static void Show(Terminal terminal, SearchResults results)
    {
        if (results.Ranked is [var first, ..] ranked)
            terminal.Table(["candidate", "held", "distance", .. first.Candidate.Plan.Settings.Select(setting => setting.Path)], ranked.Take(Best).Select(Cells));
    }

    private static JsonArray Rows(SearchResults results) => new([.. results.Ranked.Take(Best).Select(Row)]);

    private static string[] Cells(SearchRow row) =>
        [Whole(row.Candidate.Number), $"{Whole(row.Score.Held)} of {Whole(row.Score.Judged)}", row.Score.Distance.ToString("0.00", CultureInfo.InvariantCulture), .. row.Candidate.Values];

    private static JsonObject Row(SearchRow row) => new()
    {
        ["candidate"] = row.Candidate.Number,
        ["held"] = row.Score.Held,
        ["judged"] = row.Score.Judged,
        ["distance"] = row.Score.Distance,
        ["settings"] = new JsonArray([.. row.Candidate.Settings.Select(setting => (JsonNode)setting)]),
    };

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
