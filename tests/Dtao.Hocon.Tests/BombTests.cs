using System.Globalization;
using Shouldly;

namespace Dtao.Hocon.Tests;

/// <summary>Small texts that grow, sink or turn in circles, and large ones: each is refused at a place, at little cost.</summary>
[Collection(Costs.Measured)]
public sealed class BombTests
{
    public static TheoryData<string, string, string> Bombs => new()
    {
        { "100,000 brackets", "x = " + Repeat("[", 100_000), "nested deeper than 64 levels" },
        { "100,000 brackets, closed", "x = " + Repeat("[", 100_000) + Repeat("]", 100_000), "nested deeper than 64 levels" },
        { "100,000 braces", Repeat("a{", 100_000), "nested deeper than 64 levels" },
        { "100,000 braces, closed", Repeat("a{", 100_000) + Repeat("}", 100_000), "nested deeper than 64 levels" },
        { "brackets and braces in turn", "x = " + Repeat("[{a=", 100_000), "nested deeper than 64 levels" },
        { "a key of 100,000 elements", Repeat("a.", 100_000) + "a = 1", "nested deeper than 64 levels" },
        { "100,000 substitutions in one another", "x = " + Repeat("${", 100_000), "a key is missing here" },
        { "100,000 closing brackets", Repeat("}]", 50_000), "a closing bracket that nothing opened" },
        { "100,000 errors", Repeat("a\n", 100_000), "a has no value" },
        { "100,000 commas", Repeat(",", 100_000), "two commas in a row" },
        { "text doubled 60 times", "a0 = xx\n" + Lines(60, "a<n> = ${a<i>}${a<i>}"), "substitutions make more than 4194304 characters of text" },
        { "arrays doubled 60 times", "a0 = [x]\n" + Lines(60, "a<n> = ${a<i>}${a<i>}"), "more than 150000 values after substitution" },
        { "arrays of nothing doubled 60 times", "a0 = [${?x}]\n" + Lines(60, "a<n> = ${a<i>}${a<i>}"), "more than 150000 values after substitution" },
        { "arrays nested twice 60 times", "a0 = [x]\n" + Lines(60, "a<n> = [${a<i>}, ${a<i>}]"), "more than 150000 values after substitution" },
        { "objects nested twice 60 times", "a0 { x = 1 }\n" + Lines(60, "a<n> { l = ${a<i>}, r = ${a<i>} }"), "more than 150000 values after substitution" },
        { "an object taken twice into itself", "a { b = ${a}{ c = 1 }, d = ${a}{ c = 1 } }", "a value contains itself" },
        { "objects nested once 100 times", "a0 { x = 1 }\n" + Lines(100, "a<n> { l = ${a<i>} }"), "nested deeper than 64 levels after substitution" },
        { "an array of nothing taken 20,000 times", "n = [" + Repeat("${?x},", 10_000) + "]\n" + Lines(20_000, "b<i> = ${n}"), "more than 150000 values after substitution" },
        { "a long text taken 20,000 times", "t = " + Repeat("x", 500_000) + "\n" + Lines(20_000, "b<i> = ${t}"), "more than 16777216 characters after substitution" },
        { "a long key taken 20,000 times", "t { " + Repeat("x", 500_000) + " = 1 }\n" + Lines(20_000, "b<i> = ${t}"), "more than 16777216 characters after substitution" },
        { "a chain of 50,000 substitutions", Lines(50_000, "a<i> = ${a<n>}") + "a50000 = 1", "more than 200 substitutions need one another" },
        { "a chain of 20,000 objects growing", "a0 { x = 1 }\n" + Lines(20_000, "a<n> = ${a<i>} { k<i> = 1 }"), "more than 150000 values after substitution" },
        { "a chain of 20,000 objects, asked from the end", Lines(20_000, "a<i> = ${a<n>} { k<i> = 1 }") + "a20000 { x = 1 }", "more than 200 substitutions need one another" },
        { "one key assigned 100,000 times", "b = 1\n" + Repeat("a=${b}\n", 100_000), "a key is assigned more than 256 times" },
        { "one key appended to itself 20,000 times", Repeat("a=${?a} [1]\n", 20_000), "a key is assigned more than 256 times" },
        { "a circle of 10,000 keys", Lines(9_999, "a<i> = ${a<n>}") + "a9999 = ${a0}", "more than 200 substitutions need one another" },
        { "a circle of 100 keys", Lines(99, "a<i> = ${a<n>}") + "a99 = ${a0}", "a circle of substitutions: a1 -> a2 -> a3 -> a4 -> a5 -> a6 -> a7 -> a8" },
        { "20,000 misspelt names", Lines(20_000, "names<i> = ${name<i>}"), "nothing is called name0" },
        { "300,000 values", "a = [" + Repeat("1,", 300_000) + "]", "more than 150000 values in one configuration" },
        { "10,000 keys of 60 elements", Lines(6_000, "a<i>" + Repeat(".b", 60) + " = 1"), "more than 150000 values in one configuration" },
        { "one line of a million characters", "a = [" + Repeat("[],         ", 80_000) + "}", "} closes the [ opened at test.conf:1:5" },
        { "more than a mebibyte", Repeat("#", (1 << 20) + 1), "the file is larger than 1 MiB" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_at_a_place(string name, string text, string expected)
    {
        name.ShouldNotBeEmpty();
        var printed = Costs.Little(() => Print(Some.Tree(text)));
        printed.ShouldContain($"error: {expected}");
        printed.Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public void Much_that_is_sound_is_read_within_the_same_bounds()
    {
        var text = Lines(60_000, "key<i> = <i>");
        Costs.Little(() => Some.Tree(text)).Root.Fields.Count.ShouldBe(60_000);
        Some.Json("a=[]\n" + Repeat("a+=1\n", 100_000)).Length.ShouldBe(200_007);
        Some.Json("x = " + Repeat("[", 63) + Repeat("]", 63)).Length.ShouldBe(132);
        Some.Json(Lines(40_000, "a<n> = ${?a<i>}") + "b = 1").ShouldBe("""{"b":1}""");
    }

    [Fact]
    public void A_million_keys_in_many_files_are_refused()
    {
        var names = Lines(20, "p<i>").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var files = names.ToDictionary(name => name, name => Lines(50_000, $"{name}x<i> = <i>"), StringComparer.Ordinal);
        var all = Lines(20, "include \"p<i>\"");
        var tree = Costs.Little(() => Some.Tree(files, ConfigLayer.Text("test.conf", all)));
        Some.Errors(tree).ShouldContain(line => line.Contains("more than 150000 values in one configuration"));
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_unread()
    {
        using var folder = new Folder();
        using (var file = File.Create(folder.PathOf("big.conf")))
            file.SetLength(100L << 20);
        folder.Write("test.conf", "include \"big.conf\"");
        var source = new DiskConfigSource(folder.Root);
        var layers = new[] { ConfigLayer.File("test.conf"), ConfigLayer.File("big.conf") };
        var errors = Costs.Little(() => Some.Errors(ConfigLoader.Load(source, layers)), mostBytes: 2 * Limits.FileBytes);
        errors.ShouldBe(["test.conf:1:1 include \"big.conf\" is larger than 1 MiB", "big.conf the file is larger than 1 MiB"]);
    }

    [Fact]
    public void The_deepest_that_is_allowed_fits_a_small_stack()
    {
        var text = "x = " + Repeat("[{a=", 31) + "1" + Repeat("}]", 31) + "\n"
            + Lines(150, "a<i> = ${a<n>} { l<i> = ${a<n>.x}z }") + "a150 { x = 1 }\n" + Lines(60, "d<n> { e = ${d<i>} }") + "d0 { e = 1 }";
        string? json = null;
        var thread = new Thread(() => json = Some.Json(HoconPrinter.Print(Some.Tree(text).Root)), maxStackSize: 512 << 10);
        thread.Start();
        thread.Join();
        json.ShouldNotBeNull().ShouldContain("\"l149\":\"1z\"");
    }

    private static string Print(ConfigTree tree)
    {
        using var output = new StringWriter();
        DiagnosticPrinter.Print(output, tree.Diagnostics);
        return output.ToString();
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    /// <summary>Lines numbered from 0: <c>&lt;i&gt;</c> is the line's number and <c>&lt;n&gt;</c> the next one's.</summary>
    private static string Lines(int count, string line) => string.Concat(Enumerable.Range(0, count).Select(i =>
        line.Replace("<i>", Number(i), StringComparison.Ordinal).Replace("<n>", Number(i + 1), StringComparison.Ordinal) + "\n"));

    private static string Number(int i) => i.ToString(CultureInfo.InvariantCulture);
}
