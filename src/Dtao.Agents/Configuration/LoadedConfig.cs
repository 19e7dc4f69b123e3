using System.Security.Cryptography;
using System.Text;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Configuration;

/// <summary>A configuration as read: its values where they are whole, and everything that is wrong with it.</summary>
/// <param name="GivenText">The run file as it is written.</param>
/// <param name="Sources">Every file read, in order, each setting behind them. Names are below a config root.</param>
public sealed record LoadedConfig(RunConfig Config, ConfigTree Tree, DiagnosticBag Diagnostics, string GivenText, IReadOnlyList<string> Sources)
{
    private static readonly ShippedFiles Runs = new("runs");

    /// <summary>Every key of a run, with what may stand there.</summary>
    public required KeyBook Keys { get; init; }

    public bool HasErrors => Diagnostics.Errors > 0;

    /// <summary>Every value as it took effect, with its origin as a comment.</summary>
    public string EffectiveText => HoconPrinter.Print(Tree.Root, withOrigins: true);

    /// <summary>SHA-256 over the effective values, origins apart.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(HoconPrinter.Print(Tree.Root))));

    public static LoadedConfig Load(ConfigInput input, StrategyCatalogue catalogue)
    {
        var diagnostics = new DiagnosticBag();
        var shipped = new DiskConfigSource(ConfigFolders.Shipped);
        var layers = new List<ConfigLayer> { ConfigLayer.File("reference.conf") };
        var (files, given) = (new ConfigFolders(shipped), "");
        if (input.File is { } name && Find(name, diagnostics) is { } path)
        {
            var root = ConfigFolders.RootOf(path);
            var below = Path.GetRelativePath(root, Path.GetFullPath(path)).Replace(Path.DirectorySeparatorChar, '/');
            var own = new Without(new DiskConfigSource(root), "reference.conf");
            files = new ConfigFolders(own, shipped);
            layers.Add(ConfigLayer.File(below));
            given = own.Read(below).Text ?? "";
        }
        layers.AddRange(input.Settings.Select(ConfigLayer.Setting));
        var tree = ConfigLoader.Load(files, layers, diagnostics, input.Environment);
        var keys = new KeyBook();
        var config = RunConfigReader.Read(tree.Root, catalogue, diagnostics, keys);
        return new LoadedConfig(config, tree, diagnostics, given, [.. files.Found, .. input.Settings.Select(setting => "-s " + setting)]) { Keys = keys };
    }

    /// <summary>A file as named, or a run that the program ships; null, and an error, where there is neither.</summary>
    private static string? Find(string name, DiagnosticBag diagnostics)
    {
        if (Runs.Find(name) is var found && Path.Exists(found)) return found;
        diagnostics.Error(Origin.Unread(name), "the file does not exist", $"look at its name; the shipped runs are {Runs.Names}");
        return null;
    }

    /// <summary>Defaults come from the program's own reference, even beside a copy of it.</summary>
    private sealed class Without(IConfigSource inner, string hidden) : IConfigSource
    {
        public FileReading Read(string path) => path == hidden ? FileReading.NotFound : inner.Read(path);
    }
}
