using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Dtao.Scenario.Tests.Architecture;

/// <summary>What an assembly of the program refers to, read from its metadata.</summary>
internal sealed class Metadata
{
    private Metadata(MetadataReader reader)
    {
        References = [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
        Types = [.. reader.TypeReferences.Select(handle => NameOf(reader, reader.GetTypeReference(handle)))];
        Members = [.. reader.MemberReferences.Select(handle => reader.GetMemberReference(handle)).Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{NameOf(reader, reader.GetTypeReference((TypeReferenceHandle)member.Parent))}.{reader.GetString(member.Name)}")];
    }

    /// <summary>Assemblies, by name.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Types of other assemblies.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Methods and fields of other assemblies' types.</summary>
    public IReadOnlyList<string> Members { get; }

    public static Metadata Of(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        return new Metadata(file.GetMetadataReader());
    }

    private static string NameOf(MetadataReader reader, TypeReference type) => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
}
