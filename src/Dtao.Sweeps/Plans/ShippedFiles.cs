using Dtao.Hocon;

namespace Dtao.Sweeps.Plans;

/// <summary>Files that the program ships, in folders of its <c>config</c>, named without an ending.</summary>
internal sealed class ShippedFiles(params string[] folders)
{
    /// <summary>A file as named, or one that is shipped.</summary>
    public string Find(string name) => File.Exists(name) ? name : folders.Select(folder => Path.Combine(PathOf(folder), name + ".conf")).FirstOrDefault(File.Exists) ?? name;

    /// <summary>The layer of a file; who reads one that is not there hears what there is.</summary>
    public ConfigLayer LayerOf(string file) => ConfigLayer.File(Path.GetFileName(file), $"look at its name; shipped are {string.Join(", ", Names())}");

    private IEnumerable<string> Names() =>
        folders.SelectMany(folder => Directory.EnumerateFiles(PathOf(folder), "*.conf")).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static string PathOf(string folder) => Path.Combine(AppContext.BaseDirectory, "config", folder);
}
