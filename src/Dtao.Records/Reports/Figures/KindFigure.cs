using Dtao.Records.Events;
using Dtao.Records.Measuring.Capture;
using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Figures;

/// <summary>Who captures the emission: its shares by what owners are there for.</summary>
internal static class KindFigure
{
    private const string Nobodys = "nobody of the run";

    public static Figure? Of(Chronicle run)
    {
        if (!run.HasKinds) return null;
        KindSample[] samples = [.. run.Kinds.Where(sample => sample.Emission > 0)];
        if (samples.Length < 2) return null;
        (string Name, string Style, double[] Values)[] parts =
        [
            .. KindsOf(samples).Select((kind, i) => (kind.Length > 0 ? kind : Nobodys, StyleOf(kind, i), samples.Select(sample => KindShare.Of(kind, sample)).ToArray())),
        ];
        long[] blocks = [.. samples.Select(sample => sample.Block)];
        var stack = new StackedArea([.. blocks.Select(block => (double)block)], parts);
        return new Figure(
            "kinds",
            "Emission by kind of subnet",
            "Share of the TAO that the chain gives out in each sampled block. A subnet is of the kind of its owner, and changes it with its owner; the chain knows nothing of kinds.",
            new Chart(run.TimeAxis, new LinearAxis(0, 1, "0", 100) { Title = "% of the emission" }, [stack, stack.Names], EventLanes.OfRules(run)),
            [.. parts.Select(part => (part.Name, "fill " + part.Style))],
            Moments.Table(run, blocks, parts.Select(part => (part.Name, (Func<int, string>)(at => Shown.Percent(part.Values[at]))))));
    }

    /// <summary>Work for others at the foot, what is nobody's on top.</summary>
    public static IEnumerable<string> KindsOf(IEnumerable<KindSample> samples) =>
        samples.SelectMany(sample => sample.Subnets).Select(subnet => subnet.Kind).Distinct(StringComparer.Ordinal)
            .OrderBy(kind => kind == SubnetKind.Work.Name ? 0 : kind.Length > 0 ? 1 : 2).ThenBy(kind => kind, StringComparer.Ordinal);

    private static string StyleOf(string kind, int place) => kind == SubnetKind.Work.Name ? Styles.Focus : kind.Length == 0 ? Styles.Rest : Styles.Other(place - 1);
}
