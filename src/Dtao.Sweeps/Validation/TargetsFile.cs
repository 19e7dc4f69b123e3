using System.Globalization;
using Dtao.Hocon;
using Dtao.Protocol.Units;
using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;

namespace Dtao.Sweeps.Validation;

/// <summary>Reads a file of targets, strictly: what is wrong goes into the bag, all in one pass. The format stands in <c>config/targets/README.md</c>.</summary>
public static class TargetsFile
{
    /// <summary>What the program ships: the chain's first months.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "config", "targets", "record-2025.conf");

    public static TargetSet Read(string file, DiagnosticBag diagnostics)
    {
        var path = Path.GetFullPath(file);
        var tree = ConfigLoader.Load(new DiskConfigSource(Path.GetDirectoryName(path)!), [ConfigLayer.File(Path.GetFileName(path))], diagnostics);
        var c = new ConfigReader(tree, diagnostics);
        var set = Read(c);
        c.Done();
        return set;
    }

    private static TargetSet Read(ConfigReader c)
    {
        var chain = c.Section("chain");
        var start = new Block((long)chain.Whole("start-block", atMost: long.MaxValue));
        var marks = new EpisodeMarks((int)chain.Whole("netuid", atMost: ushort.MaxValue), start, new Block((long)chain.Whole("announcement-block", atMost: long.MaxValue)));
        return new TargetSet(c.Text("title"), marks, start, [.. c.Section("targets").Each().Select(target => ReadTarget(c, target.Name, target.Section)).OrderBy(target => target.Number)]);
    }

    private static Target ReadTarget(ConfigReader root, string name, ConfigReader c)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) root.Report("targets", $"has \"{name}\", which is no number");
        return new Target(
            number,
            c.Text("title"),
            c.Text("source"),
            c.Text("confidence"),
            c.Choice("kind", "counted", "arithmetic", "input") switch { "arithmetic" => TargetKind.Arithmetic, "input" => TargetKind.Input, _ => TargetKind.Counted },
            c.Has("in-sample") && c.Flag("in-sample"),
            c.Has("control") && c.Flag("control"),
            [.. c.Section("figures").Each().Select(figure => ReadFigure(figure.Name, figure.Section))]);
    }

    private static TargetFigure ReadFigure(string name, ConfigReader c) => new(
        name,
        ReadMeasure(c),
        c.Text("real"),
        c.Has("at-least") || c.Has("at-most") ? new Accepted(End(c, "at-least"), End(c, "at-most")) : null,
        c.Has("days") ? c.Number("days", atLeast: 0) : 0,
        c.Has("share-of-runs") ? c.Fraction("share-of-runs") : null,
        c.Has("recorded") ? new Recorded(Signed(c, "recorded"), c.Fraction("within", atMost: null)) : null,
        c.Has("why") ? c.Text("why") : "");

    private static Measure? ReadMeasure(ConfigReader c)
    {
        var name = c.Text("measure");
        if (name is "" or "none") return null;
        var measure = MeasureCatalogue.Find(name);
        if (measure is null) c.Report("measure", $"names no measure: \"{name}\"", $"(known: none, {string.Join(", ", MeasureCatalogue.Names)})");
        return measure;
    }

    private static double? End(ConfigReader c, string key) => c.Has(key) ? Signed(c, key) : null;

    /// <summary>A number, or a percentage; it may be negative.</summary>
    private static double Signed(ConfigReader c, string key) => c.Fraction(key, atLeast: double.NegativeInfinity, atMost: null);
}
