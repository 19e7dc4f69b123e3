using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Records.Measuring.Capture;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Reports.Figures;

namespace Dtao.Records.Reports.Sections;

/// <summary>Who captures the emission, for runs whose owners are there for different ends.</summary>
internal static class CaptureSection
{
    private const double Day = Block.PerDay;

    public static Section? Of(Chronicle run) =>
        Section.Of("capture", "Who captures the emission", KindFigure.Of(run), WorkFigure.Bought(run), WorkFigure.Priced(run))?.With(Markup.Of(
            $"""
            {Table(run).Draw("Kinds of subnets over the run")}
            <p>{Episodes(run)}</p>
            """));

    private static DataTable Table(Chronicle run)
    {
        var kinds = KindFigure.KindsOf(run.Kinds).Where(kind => kind.Length > 0).ToArray();
        return new DataTable(
            ["kind", "subnets at the end", "share of the emission", "TAO emitted", "TAO earned outside", "worth of its work, TAO", "work for a TAO"],
            [.. kinds.Select(kind => Row(run, kind))]);
    }

    /// <summary>Emission at a sample is that of the blocks before it; what owners have said holds until the next.</summary>
    private static ImmutableArray<string> Row(Chronicle run, string kind)
    {
        var (all, emitted, earned, worked) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i + 1 < run.Kinds.Count; i++)
        {
            var held = run.Kinds[i + 1].Block - run.Kinds[i].Block;
            all += run.Kinds[i + 1].Emission * held;
            emitted += run.Kinds[i + 1].Subnets.Where(subnet => subnet.Kind == kind).Sum(subnet => subnet.Emission) * held;
            foreach (var subnet in run.Kinds[i].Subnets.Where(subnet => subnet.Kind == kind))
            {
                if (!double.IsNaN(subnet.Revenue)) earned += subnet.Revenue * held / Day;
                if (!double.IsNaN(subnet.Output)) worked += subnet.Output * held / Day;
            }
        }
        return
        [
            kind, Shown.Whole(run.Kinds[^1].Subnets.Count(subnet => subnet.Kind == kind)), Shown.Percent(emitted / all), Shown.Tao(emitted), Shown.Tao(earned), Shown.Tao(worked), Shown.Price(worked / emitted),
        ];
    }

    private static string Episodes(Chronicle run)
    {
        var episodes = CaptureEpisode.In(run.Kinds);
        if (episodes.Count == 0) return "No subnet of another kind than ai was among the tenth that gets most emission for a day or longer.";
        var longest = episodes.MaxBy(episode => episode.Days)!;
        return $"Subnets of other kinds than ai were {Shown.Whole(episodes.Count)} times among the tenth that gets most emission for a day or longer; {Shown.Whole(episodes.Count(episode => episode.Ended))} of these times ended before the run did. The longest lasted {Shown.Day(longest.Days)} days ({Shown.Subnet(longest.Netuid)}).";
    }
}
