using System.Text.RegularExpressions;

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

    [Fact] // a folder of which it says that it holds "one … a file" or something with "its reader" speaks for all of its files
    public void Has_a_readme_in_every_project_that_names_its_files() =>
        Assert.All(
            Directory.GetDirectories(Repository.PathOf("src")),
            project =>
            {
                var lines = Sources(project, "README.md").SelectMany(File.ReadLines).ToArray();
                var spoken = string.Join('\n', lines);
                var unnamed = Sources(project, "*.cs").Where(file => !Regex.IsMatch(spoken, $@"\b{Path.GetFileName(file).Split('.')[0]}\b") && !lines.Any(line => SpeaksForAllOf(line, file)));
                Assert.Empty(unnamed.Select(file => Path.GetRelativePath(project, file)));
            });

    private static bool SpeaksForAllOf(string line, string file) =>
        line.Contains($"{Path.GetFileName(Path.GetDirectoryName(file))}/", StringComparison.Ordinal) && Regex.IsMatch(line, @"\bone\b.*\ba file\b|a file, each with its reader");

    private static IEnumerable<string> Sources(string project, string pattern) =>
        Directory.GetFiles(project, pattern, SearchOption.AllDirectories).Where(path => !Regex.IsMatch(Path.GetRelativePath(project, path), @"^(bin|obj)\b"));

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
