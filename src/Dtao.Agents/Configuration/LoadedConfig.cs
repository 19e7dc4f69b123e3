using System.Security.Cryptography;
using System.Text;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Configuration;

/// <summary>A configuration as read: its values where they are whole, and everything that is wrong with it.</summary>
public sealed record LoadedConfig(RunConfig Config, ConfigTree Tree, DiagnosticBag Diagnostics, string GivenText)
{
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
        if (input.File is { } name)
        {
            var path = Find(name);
            var root = ConfigFolders.RootOf(path);
            var below = Path.GetRelativePath(root, Path.GetFullPath(path)).Replace(Path.DirectorySeparatorChar, '/');
            files = new ConfigFolders(new Without(new DiskConfigSource(root), "reference.conf"), shipped);
            layers.Add(ConfigLayer.File(below));
            given = files.Read(below).Text ?? "";
        }
        layers.AddRange(input.Settings.Select(ConfigLayer.Setting));
        var tree = ConfigLoader.Load(files, layers, diagnostics, input.Environment);
        return new LoadedConfig(RunConfigReader.Read(tree.Root, catalogue, diagnostics), tree, diagnostics, given);
    }

    /// <summary>A file as named, or a run that the program ships.</summary>
    private static string Find(string name)
    {
        var shipped = Path.Combine(ConfigFolders.Shipped, "runs", name + ".conf");
        return !File.Exists(name) && !name.Contains('/', StringComparison.Ordinal) && File.Exists(shipped) ? shipped : name;
    }

    /// <summary>Defaults come from the program's own reference, even beside a copy of it.</summary>
    private sealed class Without(IConfigSource inner, string hidden) : IConfigSource
    {
        public FileReading Read(string path) => path == hidden ? FileReading.NotFound : inner.Read(path);
    }
}
