using System.Collections.Immutable;
using Dtao.Records.Folders;
using Dtao.Records.Reports;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Reports.Sections;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Reports.Figures;
using Dtao.Sweeps.Reports.Sections;

namespace Dtao.Sweeps.Reports;

/// <summary>A sweep on one page, however far it has come. The same sweep.db and plan give the same bytes.</summary>
public static class SweepReport
{
    public const string File = "report.html";

    /// <summary>Figures of series by factor; more than this no reader compares.</summary>
    private const int MostFans = 12;

    /// <summary>Puts <c>report.html</c> into the sweep's folder.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="RecordingFailed">It cannot be written.</exception>
    public static string Write(SweepRecord sweep)
    {
        var path = Path.Combine(sweep.Folder, File);
        Disk.Put(path, Of(sweep), OpenGate.Always);
        return path;
    }

    internal static string Of(SweepRecord sweep)
    {
        var sections = SectionsOf(sweep).OfType<Section>().ToArray();
        return Page.Of($"{sweep.Facts.Name}: a sweep of dtao", Markup.Of(
            $"""
            {SweepHeader.Of(sweep, sections)}
            <main>
            {sections.Select(section => section.Draw())}
            </main>
            <footer>Written by dtao {sweep.Facts.Version} from sweep.db alone. This page asks no server for anything and runs no script.</footer>
            """));
    }

    private static IEnumerable<Section?> SectionsOf(SweepRecord sweep)
    {
        yield return Section.Of("phases", "Phase diagrams", [.. PhaseSet.Of(sweep).Select((set, i) => PhaseFigure.Of(sweep, set, i + 1))]);
        yield return Section.Of("effects", "Main effects", [.. sweep.Metrics.Select(metric => EffectFigure.Of(sweep, metric))]);
        yield return Section.Of("fans", "Series", Fans(sweep));
        yield return SensitivitySection.Of(sweep);
        yield return PointSection.Of(sweep);
        yield return FailureSection.Of(sweep);
        yield return AgainSection.Of(sweep);
    }

    private static ImmutableArray<Figure?> Fans(SweepRecord sweep)
    {
        var names = SweepSeries.Names(sweep);
        var factors = Math.Max(1, MostFans / Math.Max(1, names.Length) - 1);
        return
        [
            .. names.SelectMany(name =>
            {
                var series = SweepSeries.Of(sweep, name);
                return sweep.Factors.Take(factors).Select((factor, i) => FanFigure.By(sweep, series, factor, FormattableString.Invariant($"fan-{name}-{i + 1}"))).Prepend(FanFigure.OfAll(series, $"fan-{name}")).ToArray();
            }),
        ];
    }
}
