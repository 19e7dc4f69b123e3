namespace Dtao.Scenario.Tests.Architecture;

/// <summary>Who may know whom. Arrows never turn back.</summary>
public sealed class Arrows
{
    public static TheoryData<string, string> Allowed => new()
    {
        { "Dtao.Hocon", "" },
        { "Dtao.Protocol", "" },
        { "Dtao.Strategies", "Dtao.Protocol" },
        { "Dtao.Records", "Dtao.Protocol MathNet.Numerics Microsoft.Data.Sqlite SQLitePCLRaw.core SQLitePCLRaw.batteries_v2 Serilog" },
        { "Dtao.Agents", "Dtao.Hocon Dtao.Protocol Dtao.Strategies Dtao.Records Akka CsvHelper Serilog" },
        { "Dtao.Sweeps", "Dtao.Hocon Dtao.Protocol Dtao.Strategies Dtao.Agents Dtao.Records MathNet.Numerics Microsoft.Data.Sqlite" },
        { "dtao", "Dtao.Hocon Dtao.Protocol Dtao.Strategies Dtao.Records Dtao.Agents Dtao.Sweeps System.CommandLine Spectre.Console" },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void An_assembly_refers_to_those_below_it_and_to_nothing_else(string assembly, string allowed)
    {
        var others = Metadata.Of(assembly).References.Where(name => name == "System.CommandLine" || !IsFramework(name));
        Assert.Empty(others.Except(allowed.Split(' '), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Dtao.Hocon")]
    [InlineData("Dtao.Protocol")]
    public void The_pure_projects_name_neither_package_nor_project(string project)
    {
        var text = File.ReadAllText(Repository.PathOf($"src/{project}/{project}.csproj"));
        Assert.DoesNotContain("PackageReference", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectReference", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_project_of_the_program_is_held_to_this() =>
        Assert.Equal(
            Directory.GetDirectories(Repository.PathOf("src")).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Allowed.Select(row => (string)row[0] == "dtao" ? "Dtao.Cli" : (string)row[0]).Order(StringComparer.Ordinal));

    private static bool IsFramework(string name) => name is "mscorlib" or "netstandard" or "Microsoft.Win32.Primitives" || name.StartsWith("System.", StringComparison.Ordinal);
}
