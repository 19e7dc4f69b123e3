namespace Dtao.Cli.Tests;

/// <summary>Files as people get them wrong, in <c>Wrong/</c>, each with what it is answered beside it.</summary>
public sealed class Wrong_files : CliSpec
{
    private static readonly string Folder = Repository.PathOf("tests/Dtao.Cli.Tests/Wrong");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.conf").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void are_answered_in_these_words_and_nothing_is_run_or_written(string name)
    {
        var (file, answer) = (name + ".conf", File.ReadAllText(Path.Combine(Folder, name + ".txt")));
        File.Copy(Path.Combine(Folder, file), file);
        var before = Everything();
        foreach (var verb in (string[])["run", "check"])
        {
            Assert.Equal(ExitCode.ConfigInvalid, Dtao(verb, file));
            Assert.Equal("", Out);
            Assert.Equal(answer, Told(answer));
            Assert.Equal(ExitCode.ConfigInvalid, Dtao(verb, file, "--json"));
            Assert.Equal(3, Json().GetProperty("error").GetProperty("code").GetInt32());
            Assert.Equal("", Err);
        }
        Assert.Equal(before, Everything());
    }

    /// <summary>What was said, each line cut where the answer's own ends in "…": what is listed behind it grows with the program.</summary>
    private string Told(string answer)
    {
        var ends = answer.Split('\n').Select(line => line.EndsWith('…') ? line.Length - 1 : int.MaxValue).ToArray();
        return string.Join('\n', Err.Split('\n').Select((line, i) => i < ends.Length && ends[i] <= line.Length ? line[..ends[i]] + "…" : line));
    }

    [Fact]
    public void are_sixty_at_least() => Assert.InRange(Names.Count, 60, int.MaxValue);
}
