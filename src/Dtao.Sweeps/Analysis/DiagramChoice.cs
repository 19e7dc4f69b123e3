using System.Collections.Immutable;
using Dtao.Hocon;

namespace Dtao.Sweeps.Analysis;

/// <summary>A phase diagram that somebody asked for.</summary>
/// <param name="X">Path of the factor across.</param>
/// <param name="Y">Path of the factor upwards.</param>
/// <param name="Event">Name of the metric.</param>
/// <param name="Beside">Events shown next to it.</param>
public sealed record DiagramChoice(string X, string Y, string Event, ImmutableArray<string> Beside)
{
    private const string Key = "diagrams";

    /// <summary>Reads the key <c>diagrams</c> of a sweep file.</summary>
    public static ImmutableArray<DiagramChoice> Read(ConfigReader sweep) => [.. Sections(sweep).Select(Of)];

    /// <summary>Reports what no report of the sweep could draw, before anything is run.</summary>
    /// <param name="scanned">Paths of the settings that the sweep scans.</param>
    /// <param name="events">Names of its events.</param>
    public static void Check(ConfigReader sweep, IReadOnlyCollection<string> scanned, IReadOnlyCollection<string> events)
    {
        foreach (var diagram in Sections(sweep))
        {
            var choice = Of(diagram);
            Known("x", [choice.X], scanned, "no setting that is scanned", "scanned");
            Known("y", [choice.Y], choice.X == choice.Y ? [] : scanned, choice.X == choice.Y ? "what x is" : "no setting that is scanned", "scanned");
            Known("event", [choice.Event], events, "no event", "events");
            Known("beside", choice.Beside, events, "not made of events", "events");

            void Known(string key, IEnumerable<string> names, IReadOnlyCollection<string> known, string wrong, string kind)
            {
                if (names.Any(name => name.Length > 0 && !known.Contains(name))) diagram.Report(key, $"is {wrong}", $"({kind}: {string.Join(", ", known)})");
            }
        }
    }

    /// <summary>Of a sweep's own plan; none where there is no plan that can be read.</summary>
    public static ImmutableArray<DiagramChoice> Of(string folder)
    {
        const string plan = Folders.SweepLayout.Plan;
        if (!File.Exists(Path.Combine(folder, plan))) return [];
        var diagnostics = new DiagnosticBag();
        var tree = ConfigLoader.Load(new DiskConfigSource(Path.GetFullPath(folder)), [ConfigLayer.File(plan)], diagnostics);
        return diagnostics.HasErrors ? [] : Read(new ConfigReader(tree.Root, diagnostics));
    }

    private static IReadOnlyList<ConfigReader> Sections(ConfigReader sweep) => sweep.Has(Key) ? sweep.Sections(Key) : [];

    private static DiagramChoice Of(ConfigReader diagram) => new(diagram.Text("x"), diagram.Text("y"), diagram.Text("event"), diagram.Has("beside") ? [.. diagram.Texts("beside")] : []);
}
