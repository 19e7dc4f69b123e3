using System.Collections.Immutable;
using System.Globalization;
using Dtao.Records.Stories;

namespace Dtao.Records.Summaries;

/// <summary>A run in about a dozen lines for a screen: the story of a takeover where there was one, otherwise what the market did.</summary>
public static class SummaryText
{
    private const int Movers = 3;
    private const int Groups = 3;

    public static ImmutableArray<string> Lines(RunSummary run) =>
    [
        Head(run),
        .. run.Story is { } story ? StoryText.Lines(story) : Market(run),
        run.BrokenLaw is { } law ? $"A LAW BROKE: {law}" : $"Every law held: no rao made, none lost. State hash {run.StateHashHead}",
    ];

    private static string Head(RunSummary run) =>
        $"{run.Name}: {Whole(run.Blocks)} blocks ({Number(run.Days, "0.0")} days), {Count(run.Counts.Trades, "trade")}, {Count(run.Counts.Refusals, "refusal")}, "
            + $"{Count(run.Counts.Postings, "posting")}, {Count(run.Counts.Faults, "fault")}";

    private static IEnumerable<string> Market(RunSummary run) =>
    [
        $"Sum of prices{Since(run)}: {Price(run.PriceSumFirst)} -> {Price(run.PriceSumLast)} TAO/alpha{Change(run.PriceSumFirst, run.PriceSumLast)}",
        $"Up: {Names(run.Prices.Where(move => move.Return > 0).Take(Movers))}",
        $"Down: {Names(run.Prices.Where(move => move.Return < 0).Reverse().Take(Movers))}",
        $"Emission: the top ten of {Count(run.Emission.Subnets, "subnet")} take {Percent(run.Emission.TopTenShare)}, "
            + $"HHI {Number(run.Emission.Hhi, "0.000")}, Gini {Number(run.Emission.Gini, "0.00")}",
        .. Gains("Cohort", run.Cohorts),
        .. SaysTheSame(run) ? [] : Gains("Strategy", run.Strategies),
    ];

    private static IEnumerable<string> Gains(string kind, ImmutableArray<GroupReturn> groups)
    {
        foreach (var group in groups.Take(Groups))
            yield return $"{kind} {group.Name} ({Count(group.Agents, "agent")}): median return {Signed(group.Median)}, "
                + $"middle half {Signed(group.LowerQuartile)} to {Signed(group.UpperQuartile)}";
        if (groups.Length > Groups) yield return $"{kind} {groups[^1].Name} came last of {Whole(groups.Length)}: {Signed(groups[^1].Median)}";
    }

    /// <summary>One cohort a strategy: the strategies' lines would repeat the cohorts'.</summary>
    private static bool SaysTheSame(RunSummary run) =>
        run.Strategies.Select(group => (group.Agents, group.Median)).SequenceEqual(run.Cohorts.Select(group => (group.Agents, group.Median)));

    private static string Since(RunSummary run) => run.FromDay < 0.1 ? "" : $" since day {Number(run.FromDay, "0.#")}";

    private static string Names(IEnumerable<PriceMove> moves) =>
        string.Join(", ", moves.Select(move => $"SN{Whole(move.Netuid)} {Price(move.From)} -> {Price(move.To)} ({Signed(move.Return)})").DefaultIfEmpty("none"));

    private static string Change(double from, double to) => from == 0 ? "" : $" ({Signed(to / from - 1)})";

    private static string Count(long count, string of) => $"{Whole(count)} {of}{(count == 1 ? "" : "s")}";

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Price(double price) => Number(price, "0.#####");

    private static string Percent(double fraction) => Number(fraction * 100, "0.0") + " %";

    private static string Signed(double fraction) => Number(fraction * 100, "+0.0;-0.0;0.0") + " %";

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
