using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Sections;

/// <summary>Everything that was detected, as a table; caps of other subnets are counted only.</summary>
internal static class DetectionSection
{
    private const int Most = 60;

    public static Markup Of(Chronicle run)
    {
        if (run.Detections.IsEmpty) return Markup.None;
        var shown = run.Detections.Where(found => found.Kind is not "cap-hit" || found.Netuid == run.Focus).Take(Most).ToArray();
        var table = new DataTable(
            ["day", "kind", "subnet", "what", "blocks", "id"],
            [.. shown.Select(found => (System.Collections.Immutable.ImmutableArray<string>)
                [Shown.Day(run.DayOf(found.From)), found.Kind, found.Netuid is { } netuid ? Shown.Subnet(netuid) : "", found.Text, $"{Shown.Whole(found.From)} to {Shown.Whole(found.To)}", found.Id])],
            Words: 6);
        return Markup.Of($"""<details><summary>{Shown.Whole(run.Detections.Length)} detections{(shown.Length < run.Detections.Length ? $", {Shown.Whole(shown.Length)} of them shown" : "")}</summary>{table.Draw("What the detectors found; run.db has all of it in the table detections.")}</details>""");
    }
}
