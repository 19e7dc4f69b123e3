using Dtao.Hocon;

namespace Dtao.Sweeps.Plans;

/// <summary>Reads a file of <c>config/sweeps</c>, strictly: what is wrong goes into the bag, all in one pass.</summary>
public static class SweepFile
{
    private const int MostReplicates = 100_000, MostPoints = 1_000_000;

    /// <summary>A file as named, or a sweep that the program ships.</summary>
    public static string Find(string name) =>
        Path.Combine(AppContext.BaseDirectory, "config", "sweeps", name + ".conf") is var shipped && !File.Exists(name) && File.Exists(shipped) ? shipped : name;

    public static SweepPlan Read(string file, DiagnosticBag diagnostics)
    {
        var path = Path.GetFullPath(file);
        var folder = Path.GetDirectoryName(path)!;
        var tree = ConfigLoader.Load(new DiskConfigSource(folder), [ConfigLayer.File(Path.GetFileName(path))], diagnostics);
        var c = new ConfigReader(tree.Root, diagnostics);
        var plan = Read(c, folder);
        c.Done();
        return plan;
    }

    private static SweepPlan Read(ConfigReader c, string folder)
    {
        var varied = VariedSettings.Read(c);
        return new SweepPlan(
            Beside(folder, c.Text("base")),
            c.Has("question") ? c.Text("question") : "",
            varied.Fixed,
            varied.Scanned,
            varied.Sampled,
            SamplingOf(c, varied),
            c.Has("replicates") ? (int)c.Whole("replicates", 1, MostReplicates) : 1,
            c.Has("seed") ? c.Whole("seed") : 1,
            c.Has("independent-seeds") && c.Flag("independent-seeds"));
    }

    /// <summary>A run file beside the sweep file, or the name of a run that is sought as everywhere.</summary>
    private static string Beside(string folder, string run) => Path.Combine(folder, run) is var file && File.Exists(file) ? file : run;

    private static Sampling? SamplingOf(ConfigReader c, VariedSettings varied)
    {
        if (varied.Kind is not { } kind) return null;
        var sampling = new Sampling(kind, (int)c.Whole("points", 1, MostPoints));
        if (varied.Sampled.Count > sampling.MostFactors) c.Report("vary", FormattableString.Invariant($"samples {varied.Sampled.Count} settings"), FormattableString.Invariant($"at most {sampling.MostFactors} by this design"));
        if (kind == SamplingKind.Saltelli && sampling.Size % Designs.SaltelliDesign.Blocks != 0) c.Report("points", "are base samples here", FormattableString.Invariant($"write a multiple of {Designs.SaltelliDesign.Blocks}"));
        return sampling;
    }
}
