using Dtao.Records.Reports.Drawing;
using Dtao.Records.Reports.Sections;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Reports.Figures;

namespace Dtao.Sweeps.Reports.Sections;

/// <summary>Sobol indices or Morris effects of every metric that has them; else why there are none.</summary>
internal static class SensitivitySection
{
    public static Section? Of(SweepRecord sweep) => sweep.Facts.Design switch
    {
        SweepSensitivity.Saltelli => Of(sweep, (metric, id) => SweepSensitivity.Sobol(sweep, metric).Select((found, i) => SensitivityFigure.Sobol(metric, found, FormattableString.Invariant($"{id}-{i}")))),
        SweepSensitivity.Morris => Of(sweep, (metric, id) => SweepSensitivity.Effects(sweep, metric).Select((found, i) => SensitivityFigure.Morris(metric, found, FormattableString.Invariant($"{id}-{i}")))),
        _ => new Section("sensitivity", "Sensitivity", Markup.Of(
            $"<p>Sobol indices need a saltelli design and Morris effects a morris design; this sweep's is {sweep.Facts.Design}, whose points do not tell them. In the sweep file write {{ saltelli = [low, high] }} or {{ morris = [low, high] }} for each factor.</p>")),
    };

    private static Section Of(SweepRecord sweep, Func<StudiedMetric, string, IEnumerable<Figure>> figures) =>
        new("sensitivity", "Sensitivity", Markup.Join(sweep.Metrics.Select(metric => Drawn(metric, figures))));

    private static Markup Drawn(StudiedMetric metric, Func<StudiedMetric, string, IEnumerable<Figure>> figures)
    {
        try
        {
            return Markup.Join(figures(metric, $"sensitivity-{metric.Name}").Select(figure => figure.Draw()));
        }
        catch (WrongDesign refused)
        {
            return Markup.Of($"<p>{refused.Message}</p>");
        }
    }
}
