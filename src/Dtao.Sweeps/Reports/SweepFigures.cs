using Dtao.Records.Folders;
using Dtao.Records.Reports.Drawing;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Reports.Figures;

namespace Dtao.Sweeps.Reports;

/// <summary>Phase diagrams as pictures of their own, for pages that are not ours.</summary>
public static class SweepFigures
{
    private const double Margin = 20;

    /// <summary>Enough of the page's style for a picture on paper; on its own it knows no dark theme, since nobody knows what is around it.</summary>
    private const string Sheet = """
        text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; fill: #4a545e; font-variant-numeric: tabular-nums; }
        .panel { font-weight: 600; font-size: 14px; fill: #16202a; } .end { text-anchor: end; } .middle { text-anchor: middle; }
        path { fill: none; } .tickmark { stroke: #8b949e; } .cell-edge { stroke: #ffffff; stroke-width: 1; }
        text.in-cell { font-weight: 600; text-anchor: middle; paint-order: stroke; stroke-width: 3.5px; stroke-linejoin: round; } text.small { font-size: 10.5px; font-weight: 400; }
        text.on-light { fill: #16202a; } text.on-dark { fill: #ffffff; }
        .hatch { stroke: #6b7680; stroke-width: 1; } .halo { stroke: #ffffff; stroke-width: 5.5; stroke-linecap: round; } .half { stroke: #d55e00; stroke-width: 2.6; stroke-linecap: round; }
        """;

    public static IReadOnlyList<string> Names(SweepRecord sweep) => [.. PhaseSet.Of(sweep).Select(set => set.Name)];

    /// <returns>SVG; null where there is no diagram of that name.</returns>
    public static string? Draw(SweepRecord sweep, string name) => PhaseSet.Of(sweep).FirstOrDefault(set => set.Name == name) is { } set ? Alone(sweep, set) : null;

    /// <exception cref="RecordingFailed">It cannot be written.</exception>
    public static void Put(string path, string drawing) => Disk.Put(path, drawing, OpenGate.Always);

    private static string Alone(SweepRecord sweep, PhaseSet set)
    {
        var (height, body) = new PhaseDrawing(set).Compose(Frame.Wide);
        var title = PhaseFigure.Of(sweep, set, 1).Title;
        return Markup.Of(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Frame.Wide.Width + 2 * Margin}" height="{height + 2 * Margin}" viewBox="{-Margin} {-Margin} {Frame.Wide.Width + 2 * Margin} {height + 2 * Margin}" role="img">
            <title>{title}</title>
            <style>{new Markup(Sheet)}</style>
            <rect x="{-Margin}" y="{-Margin}" width="{Frame.Wide.Width + 2 * Margin}" height="{height + 2 * Margin}" fill="#ffffff"/>
            {body}
            </svg>

            """).Text;
    }
}
