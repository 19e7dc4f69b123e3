using System.Collections.Immutable;
using Dtao.Records.Events;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Detectors;

/// <summary>Makes detections of what was seen, with what the finished database knows of who was there.</summary>
internal static class Inquiry
{
    /// <summary>What was posted is looked for from so many blocks before on.</summary>
    private const long PostedBefore = 360;

    public static IReadOnlyList<Detection> Into(SqliteConnection run, ImmutableArray<Sighting> sightings, IReadOnlyList<RunAgent> agents)
    {
        using var traders = new Traders(run, agents);
        var told = run.Ask(
            "SELECT netuid, block, id FROM postings WHERE topic IN ('PayForHolding', 'PayForSelling', 'StakeShare') ORDER BY block, rowid",
            row => (Netuid: row.GetInt32(0), Block: row.GetInt64(1), Id: row.GetString(2))).ToLookup(posting => posting.Netuid);
        return [.. sightings.Select((seen, i) => Into(seen, i + 1, traders, PostedMeanwhile(seen, told[seen.Netuid.Value])))];
    }

    private static Detection Into(Sighting seen, int number, Traders traders, IReadOnlyList<string> postings)
    {
        var about = seen.Account is { } account ? traders.Of(account.Index) : null;
        var crowd = new Crowd(AsksWhoTraded(seen) ? traders.On(seen.Netuid, seen.From, seen.To) : [], traders.Trade);
        return new Detection(FormattableString.Invariant($"d{number}"), seen, DetectionText.Of(seen, about, crowd), Testimony.Of(seen, about, crowd, postings));
    }

    private static bool AsksWhoTraded(Sighting seen) => seen.Kind is DetectionKind.Pump or DetectionKind.Crash or DetectionKind.SellOff;

    private static string[] PostedMeanwhile(Sighting seen, IEnumerable<(int Netuid, long Block, string Id)> postings) => seen.Kind is DetectionKind.CapHit or DetectionKind.Dominance
        ? []
        : [.. postings.Where(posting => posting.Block >= seen.From.Height - PostedBefore && posting.Block <= seen.To.Height).Select(posting => posting.Id).Take(10)];
}
