using System.Diagnostics;
using System.Globalization;
using Shouldly;

namespace Dtao.Hocon.Tests;

/// <summary>Sound files, damaged in ten thousand ways: each still becomes a tree, or an error at a place in it, and soon.</summary>
public sealed class FuzzTests
{
    private const string Scenario = """"
        include "base.conf"
        run { seed = ${?DTAO_SEED}, duration = 3 days, title = "a \"quoted\" \u00e9 title" }
        cohorts {
          base { wealth = { pareto = [1.3, 5 tao] }, notes = [] } # a comment
          herd = ${cohorts.base} { count = 100, strategy = meme-herder }
          herd.notes += "one"
          herd.notes += ${run.title}
          "odd.name" : { role : speculator, list : [1, 2e+3, {a=b}, [x y]] [z] }
        }
        text = ${text.of} and ${?nothing} more // comment
        text { of = x }
        raw = """raw
        text"""

        """";

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "${", "${?", "\"", "\"\"\"", "=", ":", "+=", ",", "\n", "#", "//", "\\", "\\u12", "include ", "include \"self\"", "file(", "a.b", ".", "..",
        " ", "\t", "\r", "\0", "\u001b[31m", "\u202e", "\ufeff", "\ud83d\ude00", "\u00a0", "null", "true", "1e", "-", "${cohorts}", "cohorts {", "${cohorts.herd}", "x-", "é", "\u2028",
    ];

    private static readonly string[] Sound =
        [.. SpecificationTests.All.Where(each => each.Expected.StartsWith('{')).Select(each => each.Text), .. Enumerable.Repeat(Scenario, 50)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Damaged_files_never_hang_throw_or_pass_in_silence(int seed)
    {
        var random = new Xorshift((ulong)seed << 32);
        var (sound, damaged) = (0, 0);
        for (var i = 0; i < 2_500; i++)
        {
            var text = Damage(random.Pick(Sound) + "\n" + random.Pick(Sound), random);
            var watch = Stopwatch.StartNew();
            var tree = Load(text);
            watch.Elapsed.ShouldBeLessThan(Costs.Hanging, text);
            (sound, damaged) = tree.HasErrors ? (sound, damaged + 1) : (sound + 1, damaged);
            CheckPlaces(tree, text);
            if (!tree.HasErrors)
                Some.Json(HoconPrinter.Print(tree.Root, withOrigins: true)).ShouldBe(JsonPrinter.Print(tree.Root), text);
        }

        sound.ShouldBeGreaterThan(100);
        damaged.ShouldBeGreaterThan(1_000);
    }

    private static ConfigTree Load(string text)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["self"] = text, ["base.conf"] = "cohorts { base { patience = 5 } }" };
        return Some.Tree(files, ConfigLayer.Text("test.conf", text), ConfigLayer.Setting("run.seed=7"));
    }

    private static void CheckPlaces(ConfigTree tree, string text)
    {
        var lines = text.Split('\n');
        foreach (var diagnostic in tree.Diagnostics.Where(each => each.File is "test.conf" or "self"))
        {
            diagnostic.Line.ShouldBeInRange(1, lines.Length, text);
            diagnostic.Column.ShouldBeInRange(1, lines[diagnostic.Line - 1].Length + 2, text);
            diagnostic.Message.ShouldNotBeNullOrWhiteSpace();
        }

        using var output = new StringWriter();
        DiagnosticPrinter.Print(output, tree.Diagnostics);
        output.ToString().Where(c => c != '\n' && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format).ShouldBeEmpty(text);
    }

    private static string Damage(string text, Xorshift random)
    {
        for (var times = random.Next(5); times >= 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(text.Length - at, random.Next(12));
            text = random.Next(6) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, random.Pick(Pieces)),
                2 => text.Remove(at, length).Insert(at, random.Pick(Pieces)),
                3 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
                4 => text.Insert(at, string.Concat(Enumerable.Repeat(random.Pick(Pieces), random.Next(100)))),
                _ => text[..at] + (at < text.Length ? (char)(text[at] ^ (1 << random.Next(7))) : '}') + text[Math.Min(text.Length, at + 1)..],
            };
        }

        return text;
    }
}
