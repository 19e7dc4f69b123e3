using System.Collections.Immutable;
using Dtao.Records.Detectors;
using Dtao.Records.Reading;
using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports;

/// <summary>What happened to a subnet, as ribbons: what its owner and the foundation say that it pays for, when the injection cap binds, and what was detected.</summary>
internal static class EventLanes
{
    private static readonly (string Kind, string Name)[] Kinds =
    [
        (DetectionKind.Pump, "pump"), (DetectionKind.Crash, "crash"), (DetectionKind.SellOff, "sell-off"), (DetectionKind.ConsensusCapture, "capture"),
        (DetectionKind.Intervention, "intervention"), (DetectionKind.Dominance, "dominance"),
    ];

    public static RibbonLanes Of(Chronicle run, int netuid) => new([.. Posted(run, netuid), .. Detected(run, netuid), .. Capped(run, netuid)]);

    /// <summary>Which rules came into force when; null where they never changed.</summary>
    public static RibbonLanes? OfRules(Chronicle run)
    {
        var switches = run.Database.Ask("SELECT block, text FROM events WHERE kind = 'RulesSwitched' ORDER BY block, rowid", row => (Block: row.GetInt64(0), Text: row.GetString(1)));
        return switches.Count == 0 ? null : new RibbonLanes(
        [
            .. switches.Select((at, i) => new Lane(
                Shown.Name(at.Text[(at.Text.LastIndexOf(' ') + 1)..]), "k-rules" + (char)('0' + i % 2), [new Ribbon(at.Block, i + 1 < switches.Count ? switches[i + 1].Block : run.Last.Height)], Shades: false)),
        ]);
    }

    private static IEnumerable<Lane> Posted(Chronicle run, int netuid)
    {
        if (run.Marks is not { } marks || marks.Netuid != netuid) yield break;
        yield return new Lane("pays for holding", "k-holding", [new Ribbon(marks.Takeover.Height, (marks.Announcement ?? run.Last).Height)], Shades: false);
        if (marks.Announcement is { } said) yield return new Lane("pays for selling", "k-selling", [new Ribbon(said.Height, run.Last.Height)], Shades: false);
    }

    private static IEnumerable<Lane> Detected(Chronicle run, int netuid) =>
        from kind in Kinds
        let ribbons = run.Detections.Where(found => found.Netuid == netuid && found.Kind == kind.Kind).Select(found => new Ribbon(found.From, found.To)).ToArray()
        where ribbons.Length > 0
        select new Lane(kind.Name, "k-" + kind.Kind, ribbons, Shades: kind.Kind is DetectionKind.Pump or DetectionKind.Crash);

    private static ImmutableArray<Lane> Capped(Chronicle run, int netuid)
    {
        List<Ribbon> bound = [];
        long? since = null;
        foreach (var (block, isBegin) in run.Database.Ask(
                     "SELECT block, kind = 'CapBegan' FROM events WHERE netuid = $netuid AND kind IN ('CapBegan', 'CapEnded') ORDER BY block, rowid",
                     row => (row.GetInt64(0), row.GetBoolean(1)), ("$netuid", netuid)))
            if (isBegin) since ??= block;
            else
            {
                bound.Add(new Ribbon(since ?? run.First.Height, block));
                since = null;
            }
        if (since is { } open) bound.Add(new Ribbon(open, run.Last.Height));
        return bound.Count == 0 ? [] : [new Lane("cap binds", "k-cap", bound, Shades: false)];
    }
}
