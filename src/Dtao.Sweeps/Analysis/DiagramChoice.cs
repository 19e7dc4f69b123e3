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

    /// <summary>Reads the key <c>diagrams</c> of a sweep file; whether factors and events are there is for <see cref="PhaseSet"/> to see.</summary>
    public static ImmutableArray<DiagramChoice> Read(ConfigReader sweep) => sweep.Has(Key)
        ? [.. sweep.Sections(Key).Select(diagram => new DiagramChoice(diagram.Text("x"), diagram.Text("y"), diagram.Text("event"), diagram.Has("beside") ? [.. diagram.Texts("beside")] : []))]
        : [];

    /// <summary>Of a sweep's own plan; none where there is no plan that can be read.</summary>
    public static ImmutableArray<DiagramChoice> Of(string folder)
    {
        const string plan = "plan.conf";
        if (!File.Exists(Path.Combine(folder, plan))) return [];
        var diagnostics = new DiagnosticBag();
        var tree = ConfigLoader.Load(new DiskConfigSource(Path.GetFullPath(folder)), [ConfigLayer.File(plan)], diagnostics);
        return diagnostics.HasErrors ? [] : Read(new ConfigReader(tree.Root, diagnostics));
    }
}
