using Dtao.Agents.Configuration;
using Dtao.Hocon;
using Dtao.Sweeps.Ensembles;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Validation;

namespace Dtao.Sweeps.Searching;

/// <summary>Reads a file of <c>config/searches</c>, strictly: what is wrong goes into the bag, all in one pass. The format stands in <c>launch.conf</c> there.</summary>
public static class SearchFile
{
    /// <summary>The targets that a search may fit. The episode's own are what the fitted model is to be tried on.</summary>
    private const int FirstTarget = 12, LastTarget = 29;

    private const int MostCandidates = 100_000;

    private static readonly ShippedFiles Shipped = new("searches");

    /// <summary>A file as named, or a search that the program ships.</summary>
    public static string Find(string name) => Shipped.Find(name);

    public static SearchPlan Read(string file, DiagnosticBag diagnostics)
    {
        var path = Path.GetFullPath(file);
        var folder = Path.GetDirectoryName(path)!;
        var tree = ConfigLoader.Load(new DiskConfigSource(folder), [Shipped.LayerOf(path)], diagnostics);
        var c = new ConfigReader(tree, diagnostics);
        var plan = Read(c, folder) with { Places = SettingPlaces.Of(tree.Root) };
        c.Done();
        return plan;
    }

    private static SearchPlan Read(ConfigReader c, string folder) => new(
        Beside(folder, c.Text("base")),
        Seeds(c, "seeds"),
        c.Has("record") ? Path.Combine(folder, c.Text("record")) : TargetsFile.Shipped,
        [.. c.Wholes("targets", FirstTarget, LastTarget).Select(number => (int)number).Distinct().Order()],
        (int)c.Whole("candidates", 1, MostCandidates),
        c.Whole("seed"),
        Settings(c.Section("set")),
        c.Has("finals") ? ReadFinals(c.Section("finals")) : null);

    /// <summary>A run file beside the search file, or the name of a run that is sought as everywhere.</summary>
    private static string Beside(string folder, string run) => Path.Combine(folder, run) is var file && File.Exists(file) ? file : run;

    private static IReadOnlyList<ulong> Seeds(ConfigReader c, string key)
    {
        var text = c.Text(key);
        if (SeedRange.Parse(text) is { } seeds) return seeds;
        if (text.Length > 0) c.Report(key, "is no range of seeds", "write 101..102");
        return [];
    }

    private static Finals ReadFinals(ConfigReader c) => new((int)c.Whole("best", 1, MostCandidates), Seeds(c, "seeds"));

    private static List<SearchedSetting> Settings(ConfigReader set)
    {
        SeedsOfRuns.Refuse(set, "leave it out; seeds says which there are");
        foreach (var name in set.Names().Where(name => ConfigPath.Parse(name) is null || name.Contains(',', StringComparison.Ordinal)))
            set.Report(name, "is no path of a setting", "write \"cohorts.noise.knobs.size\" = { uniform = [1%, 2%] }");
        return [.. set.Names().Select(name => Setting(set, name))];
    }

    /// <summary>A draw, or <c>{ draw, as }</c> where the value drawn is part of what is written.</summary>
    private static SearchedSetting Setting(ConfigReader set, string name)
    {
        var isPart = set.Value(name) is ConfigObject { Fields: var fields } && fields.ContainsKey("draw");
        var (c, key) = isPart ? (set.Section(name), "draw") : (set, name);
        var unit = WrittenValue.UnitOf(c.Value(key));
        var form = isPart ? c.Text("as") : SearchedSetting.Place;
        if (isPart && form.Length > 0 && !form.Contains(SearchedSetting.Place, StringComparison.Ordinal)) c.Report("as", "has no place for the value", $"write {SearchedSetting.Place} where it belongs");
        return new SearchedSetting(name, c.Draw(key, unit), unit, form);
    }
}
