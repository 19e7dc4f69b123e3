using System.Collections.Immutable;
using System.Globalization;
using Dtao.Protocol.Units;
using Dtao.Records.Detectors;
using Dtao.Records.Measuring;
using Dtao.Records.Reading;
using Dtao.Records.Reports;
using Dtao.Records.Summaries;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Stories;

/// <summary>What happened in a run, in at most forty sentences: the takeover where there was one, what was detected elsewhere, the market, who gained.</summary>
public static class RunStory
{
    public const int Most = 40;

    private const int Elsewhere = 4, Movers = 3;

    /// <summary>Empty of a run that was killed before its first block.</summary>
    public static ImmutableArray<Statement> Of(RunReader run)
    {
        using var chronicle = Chronicle.Of(run);
        return chronicle is null ? [] : Of(chronicle);
    }

    internal static ImmutableArray<Statement> Of(Chronicle run) =>
        [.. ((IEnumerable<Statement>)[Market(run), .. run.Story is { } story ? StoryText.Statements(story) : Moved(run), .. Detected(run), .. Gained(run)]).Take(Most)];

    private static Statement Market(Chronicle run)
    {
        var from = Beginning.NotCounted(run.Last - run.First);
        var (first, last) = (run.Database.PriceSum(run.First + from), run.Database.PriceSum(run.Last));
        var trades = run.Database.Ask("SELECT sum(trades) FROM blocks", row => row.IsDBNull(0) ? 0 : row.GetInt64(0)).Single();
        return new Statement(
            $"{run.Days.ToString("0.#", CultureInfo.InvariantCulture)} days, {Shown.Whole(run.Last - run.First)} blocks, {Shown.Whole(trades)} swaps: the sum of all prices goes from {Shown.Price(first)}{(from > 0 ? " after a day" : "")} to {Shown.Price(last)} TAO/alpha",
            new Backing([], run.First.Height, run.Last.Height), IsDetail: true);
    }

    /// <summary>Where nobody took a subnet over: which prices went farthest.</summary>
    private static IEnumerable<Statement> Moved(Chronicle run)
    {
        var backing = new Backing([], run.First.Height, run.Last.Height);
        var moves = run.Market.Subnets.Values.Select(subnet => (subnet.Netuid, Seen: subnet.Price.Where(price => price > 0).ToArray())).Where(subnet => subnet.Seen.Length > 1)
            .Select(subnet => (subnet.Netuid, From: subnet.Seen[0], To: subnet.Seen[^1], Return: subnet.Seen[^1] / subnet.Seen[0] - 1)).OrderByDescending(move => move.Return).ThenBy(move => move.Netuid).ToArray();
        yield return new Statement("Nobody says that a subnet pays for alpha held", backing);
        foreach (var (name, some) in new[] { ("Rose most", moves.Where(move => move.Return > 0).Take(Movers)), ("Fell most", moves.Where(move => move.Return < 0).Reverse().Take(Movers)) })
            yield return new Statement(
                $"{name}: {string.Join(", ", some.Select(move => $"{Shown.Subnet(move.Netuid)} {Shown.Price(move.From)} -> {Shown.Price(move.To)} TAO/alpha ({Shown.Signed(move.Return)})").DefaultIfEmpty("none"))}", backing);
    }

    /// <summary>What the detectors found: the largest of each kind, or the first where it is about power, on the subnet that was taken over, from then on, and how much there was of it elsewhere.</summary>
    private static IEnumerable<Statement> Detected(Chronicle run)
    {
        if (run.Detections.IsEmpty) yield break;
        var own = run.Detections.Where(found => run.Marks is { } marks && found.Netuid == marks.Netuid && found.To >= marks.Takeover.Height && found.Kind is not DetectionKind.CapHit)
            .GroupBy(found => found.Kind, StringComparer.Ordinal).Select(kind => kind.Key is DetectionKind.ConsensusCapture or DetectionKind.Intervention ? kind.First() : kind.MaxBy(found => found.Value)!).OrderBy(found => found.From).ThenBy(found => found.Id, StringComparer.Ordinal).ToArray();
        foreach (var found in own) yield return Told(run, found);
        var all = run.Detections.CountBy(found => found.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal);
        yield return new Statement(
            $"Detected on all subnets: {string.Join(", ", all.Select(kind => $"{kind.Key} {Shown.Whole(kind.Value)}"))}", new Backing([], run.First.Height, run.Last.Height), IsDetail: true);
        foreach (var netuid in run.Eventful.Where(netuid => netuid != run.Marks?.Netuid).Take(Elsewhere))
            if (run.Detections.Where(found => found.Netuid == netuid && (found.Kind is DetectionKind.Pump or DetectionKind.Crash)).MaxBy(found => found.Value) is { } found)
                yield return Told(run, found);
    }

    private static Statement Told(Chronicle run, DetectionRow found) => new($"Day {Shown.Day(run.DayOf(found.From))}: {found.Text}", new Backing([found.Id], found.From, found.To), IsDetail: true);

    private static IEnumerable<Statement> Gained(Chronicle run)
    {
        var returns = run.Returns;
        if (returns.Strategies is not [var best, .., var worst]) yield break;
        yield return new Statement(
            $"Median return by strategy: best {Told(best)}, worst {Told(worst)}; simply staking on root {Shown.Signed(returns.Root.OfNominator)}, holding TAO 0 %",
            new Backing([], run.First.Height, run.Last.Height), IsDetail: true);
    }

    private static string Told(GroupReturn group) => $"{group.Name} {Shown.Signed(group.Median)} ({Shown.Whole(group.Agents)} agent{(group.Agents == 1 ? "" : "s")})";

    /// <summary>At the last sample at or before a block.</summary>
    private static double PriceSum(this SqliteConnection run, Block at) =>
        run.Ask("SELECT price_sum_tao_per_alpha FROM blocks WHERE block <= $block ORDER BY block DESC LIMIT 1", row => row.GetDouble(0), ("$block", at.Height)).Single();
}
