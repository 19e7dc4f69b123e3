using Dtao.Hocon;

namespace Dtao.Agents.Configuration;

/// <summary>Files that the program ships, in folders of its <c>config</c>, named without an ending.</summary>
public sealed class ShippedFiles(params string[] folders)
{
    /// <summary>A file as named, or one that is shipped.</summary>
    public string Find(string name) => File.Exists(name) ? name : folders.Select(folder => Path.Combine(ConfigFolders.Shipped, folder, name + ".conf")).FirstOrDefault(File.Exists) ?? name;

    /// <summary>The layer of a file; who reads one that is not there hears what there is.</summary>
    public ConfigLayer LayerOf(string file) => ConfigLayer.File(Path.GetFileName(file), $"look at its name; shipped are {Names}");

    /// <summary>All of them, in order, for a message.</summary>
    public string Names => string.Join(", ", folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ConfigFolders.Shipped, folder), "*.conf"))
        .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));
}
