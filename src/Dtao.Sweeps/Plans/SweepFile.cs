using Dtao.Agents.Configuration;
using Dtao.Hocon;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Metrics;

namespace Dtao.Sweeps.Plans;

/// <summary>Reads a file of <c>config/sweeps</c> or <c>config/experiments</c>, strictly: what is wrong goes into the bag, all in one pass.</summary>
public static class SweepFile
{
    private const int MostReplicates = 100_000, MostPoints = 1_000_000;

    private static readonly ShippedFiles Shipped = new("sweeps", "experiments");

    /// <summary>A file as named, or a sweep or an experiment that the program ships.</summary>
    public static string Find(string name) => Shipped.Find(name);

    /// <param name="file">Null where the settings say all.</param>
    /// <param name="settings">Over the file, as on the command line: <c>replicates=4</c>.</param>
    public static SweepPlan Read(string? file, DiagnosticBag diagnostics, params IEnumerable<string> settings)
    {
        var folder = file is null ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(Path.GetFullPath(file))!;
        var layers = settings.Select(ConfigLayer.Setting);
        var tree = ConfigLoader.Load(new DiskConfigSource(folder), file is null ? layers : layers.Prepend(Shipped.LayerOf(file)), diagnostics);
        var c = new ConfigReader(tree, diagnostics);
        var plan = Read(c, folder);
        c.Done();
        return plan with { Text = TextOf(tree.Root, plan), Places = SettingPlaces.Of(tree.Root) };
    }

    /// <summary>The same plan in one text, wherever it is read: every layer folded in, every path absolute. Read again, it gives itself.</summary>
    private static string TextOf(ConfigObject root, SweepPlan plan)
    {
        ConfigLayer[] layers =
        [
            ConfigLayer.Text("plan", HoconPrinter.Print(root)),
            ConfigLayer.Setting($"base={HoconPrinter.Write(plan.Base)}"),
            ConfigLayer.Setting($"runs={HoconPrinter.Write(plan.EarlierRuns)}"),
            ConfigLayer.Setting($"strategies=[{string.Join(", ", plan.Strategies.Select(HoconPrinter.Write))}]"),
        ];
        return HoconPrinter.Print(ConfigLoader.Load(new DiskConfigSource("."), layers).Root);
    }

    private static SweepPlan Read(ConfigReader c, string folder)
    {
        var varied = VariedSettings.Read(c);
        var metrics = MetricSet.Read(c);
        DiagramChoice.Check(c, [.. varied.Scanned.Select(factor => factor.Path)], [.. metrics.Metrics.Where(metric => metric.IsEvent).Select(metric => metric.Name)]);
        return new SweepPlan(
            Beside(folder, c.Text("base")),
            c.Has("question") ? c.Text("question") : "",
            [.. FixedOf(c), .. varied.Fixed],
            varied.Scanned,
            varied.Sampled,
            SamplingOf(c, varied),
            c.Has("replicates") ? (int)c.Whole("replicates", 1, MostReplicates) : 1,
            c.Has("seed") ? c.Whole("seed") : 1,
            c.Has("independent-seeds") && c.Flag("independent-seeds"))
        {
            Metrics = metrics,
            StopWhen = StopRule.Read(c, metrics, [.. varied.Scanned.Select(factor => factor.Path), .. varied.Sampled.Select(factor => factor.Path)]),
            EarlierRuns = c.Has("runs") ? Path.GetFullPath(c.Text("runs"), folder) : Path.GetFullPath("runs"),
            Strategies = [.. (c.Has("strategies") ? c.Texts("strategies") : []).Select(dll => Path.GetFullPath(dll, folder))],
        };
    }

    /// <summary>What <c>set</c> says is the same in every run, be it a list.</summary>
    private static IEnumerable<string> FixedOf(ConfigReader c)
    {
        if (!c.Has("set")) return [];
        var set = c.Section("set");
        SeedsOfRuns.Refuse(set, VariedSettings.SeedRemedy);
        return set.Names().Select(name => set.Value(name) is { } value ? SettingPlaces.Setting(name, value) : name).ToArray();
    }

    /// <summary>A run file beside the sweep file, or the name of a run that is sought as everywhere.</summary>
    private static string Beside(string folder, string run) => Path.GetFullPath(run, folder) is var file && File.Exists(file) ? file : run;

    private static Sampling? SamplingOf(ConfigReader c, VariedSettings varied)
    {
        if (varied.Kind is not { } kind) return null;
        var sampling = new Sampling(kind, (int)c.Whole("points", 1, MostPoints));
        if (varied.Sampled.Count > sampling.MostFactors) c.Report("vary", FormattableString.Invariant($"samples {varied.Sampled.Count} settings"), FormattableString.Invariant($"at most {sampling.MostFactors} by this design"));
        if (kind == SamplingKind.Saltelli && sampling.Size % Designs.SaltelliDesign.Blocks != 0) c.Report("points", "are base samples here", FormattableString.Invariant($"write a multiple of {Designs.SaltelliDesign.Blocks}"));
        return sampling;
    }
}
