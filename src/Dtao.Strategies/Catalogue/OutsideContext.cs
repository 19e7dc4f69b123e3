using System.Reflection;
using System.Runtime.Loader;

namespace Dtao.Strategies.Catalogue;

/// <summary>Where an assembly from outside is loaded: it shares the program's own assemblies, and finds any others beside itself.</summary>
internal sealed class OutsideContext(string path) : AssemblyLoadContext(name: path)
{
    private readonly string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;

    public Assembly Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return LoadFromStream(stream);
    }

    /// <summary>A copy of Dtao.Strategies beside the assembly must not count: its [Strategy] would be another one than ours.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var beside = Path.Combine(folder, assemblyName.Name + ".dll");
        return IsShared(assemblyName) || !File.Exists(beside) ? null : LoadFromAssemblyPath(beside);
    }

    private static bool IsShared(AssemblyName name) =>
        name.Name!.StartsWith("Dtao.", StringComparison.Ordinal) || Default.Assemblies.Any(loaded => loaded.GetName().Name == name.Name);
}
