namespace Dtao.Scenario.Tests.Architecture;

/// <summary>Text picks from lists; nowhere does it become the name of a type or of an assembly.</summary>
public sealed class No_type_by_name
{
    private static readonly string[] Lookups =
    [
        "System.Type.GetType", "System.Reflection.Assembly.GetType", "System.Reflection.Assembly.Load", "System.Reflection.Assembly.LoadFrom", "System.Reflection.Assembly.LoadFile",
        "System.Reflection.Assembly.CreateInstance", "System.Activator.CreateInstanceFrom", "System.Runtime.Loader.AssemblyLoadContext.LoadFromAssemblyName",
    ];

    public static TheoryData<string> Assemblies => [.. Arrows.Allowed.Select(row => (string)row[0])];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Is_looked_up_in(string assembly) => Assert.Empty(Metadata.Of(assembly).Members.Intersect(Lookups, StringComparer.Ordinal));

    /// <summary>The one place that loads code is the one behind <c>--strategies</c>, whose path comes from the command line.</summary>
    [Fact]
    public void Code_is_loaded_in_one_place() =>
        Assert.Equal(["Dtao.Strategies"], Arrows.Allowed.Select(row => (string)row[0]).Where(assembly => Metadata.Of(assembly).Members.Any(member => member.StartsWith("System.Runtime.Loader.AssemblyLoadContext.LoadFrom", StringComparison.Ordinal))));
}
