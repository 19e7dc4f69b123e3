using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Sections;

/// <summary>A run in six figures.</summary>
internal static class Tiles
{
    public static Markup Of(Chronicle run) => Markup.Of($"""<dl class="tiles">{Figures(run).Select(Tile)}</dl>""");

    private static IEnumerable<(string Name, string Value, string Note)> Figures(Chronicle run)
    {
        if (run.Story is { } story)
        {
            yield return ("Rise to the peak", story.Peak.Multiple is { } multiple ? "× " + multiple.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) : "", $"{Shown.Subnet(story.Netuid)}, day {Shown.Day(story.Peak.Day)}");
            yield return ("Rank at the peak", Shown.Whole(story.Peak.Rank), $"of {Shown.Whole(story.Peak.Subnets)} by price");
            if (story.Fall is [.., { Return: { } fall } last]) yield return ("Fall", Shown.Signed(fall), $"in {last.Within} after {(story.Answer is null ? "the peak" : "the foundation spoke")}");
            if (story.Answer is { StakeShare: { } share }) yield return ("The foundation's votes", Shown.Percent(share), $"kappa is {Shown.Percent(story.Kappa ?? double.NaN)}");
        }
        yield return ("Simulated", $"{run.Days.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture)} days", $"{Shown.Whole(run.Last - run.First)} blocks");
        if (run.Manifest is not { Progress.Counts: { Blocks: > 0 } counts }) yield break;
        yield return ("Trades", Shown.Whole(counts.Trades), $"{Shown.Whole(counts.Refusals)} orders refused");
        if (run.Story is null) yield return ("Subnets", Shown.Whole(run.Market.Subnets.Count), $"{Shown.Whole(counts.Postings)} postings");
    }

    private static Markup Tile((string Name, string Value, string Note) of) => Markup.Of($"<div><dt>{of.Name}</dt><dd>{of.Value}<small>{of.Note}</small></dd></div>");
}
