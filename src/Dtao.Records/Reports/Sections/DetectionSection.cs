using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Sections;

/// <summary>What was detected, as a table: all on the subnet that the report looks at, and the largest of every kind elsewhere.</summary>
internal static class DetectionSection
{
    private const int OfKind = 8;

    public static Markup Of(Chronicle run)
    {
        if (run.Detections.IsEmpty) return Markup.None;
        var elsewhere = run.Detections.Where(found => found.Netuid != run.Focus).GroupBy(found => found.Kind, StringComparer.Ordinal).SelectMany(kind => kind.OrderByDescending(found => found.Value).Take(OfKind));
        var shown = run.Detections.Where(found => found.Netuid == run.Focus).Concat(elsewhere).ToArray();
        var table = new DataTable(
            ["day", "kind", "subnet", "what", "blocks", "id"],
            [.. shown.Select(found => (System.Collections.Immutable.ImmutableArray<string>)
                [Shown.Day(run.DayOf(found.From)), found.Kind, found.Netuid is { } netuid ? Shown.Subnet(netuid) : "", found.Text, $"{Shown.Whole(found.From)} to {Shown.Whole(found.To)}", found.Id])],
            Words: 6);
        return Markup.Of($"""<details><summary>{Shown.Whole(run.Detections.Length)} detections{(shown.Length < run.Detections.Length ? $", {Shown.Whole(shown.Length)} of them shown" : "")}</summary>{table.Draw("What the detectors found; run.db has all of it in the table detections.")}</details>""");
    }
}
