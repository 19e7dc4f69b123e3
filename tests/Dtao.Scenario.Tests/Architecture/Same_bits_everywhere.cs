namespace Dtao.Scenario.Tests.Architecture;

/// <summary>What differs from one machine or minute to another has no place where a run is computed.</summary>
public sealed class Same_bits_everywhere
{
    private static readonly string[] Banned =
        [.. File.ReadLines(Repository.PathOf("src/BannedSymbols.txt")).Where(line => line.Length > 0).Select(Plain), "T:System.Diagnostics.Stopwatch", "T:System.MathF"];

    [Theory]
    [InlineData("Dtao.Protocol")]
    [InlineData("Dtao.Strategies")]
    public void Economy_and_strategies_call_nothing_that_is_banned(string assembly)
    {
        var metadata = Metadata.Of(assembly);
        Assert.Empty(metadata.Types.Select(type => "T:" + type).Intersect(Banned, StringComparer.Ordinal));
        Assert.Empty(metadata.Members.Select(member => "M:" + member).Intersect(Banned, StringComparer.Ordinal));
    }

    [Fact]
    public void The_list_of_what_is_banned_is_not_empty_and_would_be_found()
    {
        string[] expected = ["M:System.Math.Exp", "M:System.Math.Pow", "M:System.Math.Tanh", "M:System.DateTime.get_UtcNow", "M:System.String.GetHashCode", "M:System.Guid.NewGuid", "T:System.Random"];
        Assert.Empty(expected.Except(Banned, StringComparer.Ordinal));
        Assert.Contains("System.Math.Sqrt", Metadata.Of("Dtao.Strategies").Members); // allowed, and seen by the same means
    }

    /// <summary><c>M:System.Math.Exp(System.Double);why</c> → <c>M:System.Math.Exp</c>; a property by its getter.</summary>
    private static string Plain(string line)
    {
        var name = line.Split(';', '(')[0];
        if (!name.StartsWith("P:", StringComparison.Ordinal)) return name;
        var dot = name.LastIndexOf('.');
        return $"M:{name[2..dot]}.get_{name[(dot + 1)..]}";
    }
}
