namespace Dtao.Scenario.Tests.Architecture;

public sealed class The_repository
{
    private static readonly string[] Ignored = [.. File.ReadLines(Repository.PathOf(".gitignore")).Select(line => line.Trim('/', ' '))];

    [Fact]
    public void Shows_six_things_at_its_top() =>
        Assert.Equal(
            ["Dtao.Agents.sln", "README.md", "config", "global.json", "src", "tests"],
            Directory.GetFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.') && !Ignored.Contains(name, StringComparer.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Has_tests_for_every_project() =>
        Assert.All(
            Directory.GetDirectories(Repository.PathOf("src")).Select(path => Path.GetFileName(path)),
            name => Assert.True(File.Exists(Repository.PathOf($"tests/{name}.Tests/{name}.Tests.csproj")), name));

    [Fact]
    public void Has_every_project_in_its_solution()
    {
        var solution = File.ReadAllText(Repository.PathOf("Dtao.Agents.sln"));
        foreach (var folder in (string[])["src", "tests"])
            Assert.All(
                Directory.GetFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories),
                project => Assert.Contains(Path.GetFileName(project), solution, StringComparison.Ordinal));
    }
}
