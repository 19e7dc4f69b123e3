using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Dtao.Strategies.Catalogue;

/// <summary>Looks at an assembly's bytes, before any of its code is loaded, for what would keep it from working with this program.</summary>
internal static class AssemblyShape
{
    private static readonly System.Reflection.AssemblyName Own = typeof(AssemblyShape).Assembly.GetName();

    /// <exception cref="StrategyAssemblyRefused">It is no assembly, or was built against another version of this program or a newer .NET.</exception>
    public static void Check(string path, byte[] bytes)
    {
        var references = References(path, bytes);
        foreach (var (name, version) in references.Where(reference => reference.Name.StartsWith("Dtao.", StringComparison.Ordinal) && !IsSuited(reference.Version)))
            throw new StrategyAssemblyRefused(path, FormattableString.Invariant($"was built against {name} {version}, and this program has {Own.Version}: build it again against {AppContext.BaseDirectory}"));
        if (references.FirstOrDefault(reference => reference.Name == "System.Runtime" && reference.Version.Major > Environment.Version.Major) is { Name: not null } newer)
            throw new StrategyAssemblyRefused(path, FormattableString.Invariant($"was built for .NET {newer.Version.Major}, and this is .NET {Environment.Version.Major}: build it for net{Environment.Version.Major}.0"));
        if (references.All(reference => reference.Name != Own.Name))
            throw new StrategyAssemblyRefused(path, $"has no class with [Strategy]: it does not refer to {Own.Name}");
    }

    /// <summary>Below version 1 every second number may break what was there.</summary>
    private static bool IsSuited(Version built) => (built.Major, built.Minor) == (Own.Version!.Major, Own.Version.Minor);

    private static IReadOnlyList<(string Name, Version Version)> References(string path, byte[] bytes)
    {
        try
        {
            using var file = new PEReader(new MemoryStream(bytes));
            if (!file.HasMetadata || file.GetMetadataReader() is not { IsAssembly: true } metadata) throw NoAssembly(path);
            return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(reference => (metadata.GetString(reference.Name), reference.Version))];
        }
        catch (BadImageFormatException)
        {
            throw NoAssembly(path);
        }
    }

    private static StrategyAssemblyRefused NoAssembly(string path) => new(path, "is no .NET assembly");
}
