using System.Security.Cryptography;
using Dtao.Records.Reading;

namespace Dtao.Cli.Tests;

public sealed class Strategies_from_outside : CliSpec
{
    private const string Cohort = "cohorts.buyers { role = speculator, strategy = first-buyer, count = 3, wealth = 9 tao, first-wake = 2 blocks, knobs { share = 5% } }";

    public Strategies_from_outside() => Write("mine.conf", $"include \"runs/launch.conf\"\nrun.duration = 30 blocks\n{Cohort}\n");

    [Fact]
    public void can_be_named_by_a_cohort_and_are_part_of_the_record()
    {
        Compiled.Strategies("my.dll", Compiled.Buyer("first-buyer"));
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("check", "mine.conf"));
        Assert.Equal(ExitCode.Done, Dtao("check", "mine.conf", "--strategies", "my.dll"));
        Assert.Contains("buyers: 3 x first-buyer (speculator). It buys the first subnet.", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("run", "mine.conf", "--strategies", "my.dll"));
        var (run, file) = (RunReader.Open("runs/mine"), Assert.Single(RunReader.Open("runs/mine").Manifest()!.Identity.Strategies));
        Assert.Equal(("my.dll", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes("my.dll")))), (file.Name, file.Sha256));
        Assert.InRange(run.Manifest()!.Progress.Counts.Trades, 9, long.MaxValue);
        Dtao("run", "short.conf");
        Assert.Empty(RunReader.Open("runs/short").Manifest()!.Identity.Strategies);
    }

    [Fact]
    public void are_asked_for_by_a_replay_and_must_be_the_very_same()
    {
        Compiled.Strategies("my.dll", Compiled.Buyer("first-buyer"));
        Dtao("run", "mine.conf", "--strategies", "my.dll");
        Assert.Equal(ExitCode.Usage, Dtao("replay", "runs/mine", "--verify"));
        Assert.Matches("^runs/mine was run with strategies of my.dll, SHA-256 [0-9a-f]{64}. Name the same file: --strategies PATH/my.dll\n$", Err);
        Directory.CreateDirectory("other");
        Compiled.Strategies("other/my.dll", Compiled.Buyer("first-buyer", "private readonly int unused = 1;"));
        Assert.Equal(ExitCode.Usage, Dtao("replay", "runs/mine", "--verify", "--strategies", "other/my.dll"));
        Assert.Matches("; the my.dll named here has [0-9a-f]{64}: it was built anew, or is another one", Err);
        Assert.Equal(ExitCode.Done, Dtao("replay", "runs/mine", "--verify", "--strategies", "my.dll"));
        Assert.StartsWith("Reproduced: ", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void are_known_to_every_verb_that_reads_a_configuration()
    {
        Compiled.Strategies("my.dll", Compiled.Buyer("first-buyer"));
        Assert.Equal(ExitCode.Done, Dtao("strategies", "--strategies", "my.dll"));
        Assert.Matches("(?m)^first-buyer +speculator +It buys the first subnet", Out);
        Assert.Equal(ExitCode.Done, Dtao("explain", "cohorts.buyers.knobs.share", "mine.conf", "--strategies", "my.dll"));
        Assert.Contains("Share of its cash that it spends at a look.", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("config", "diff", "mine.conf", "mine.conf", "--strategies", "my.dll"));
        Assert.Equal(ExitCode.Done, Dtao("config", "schema", "--strategies", "my.dll"));
        Assert.True(Json().GetProperty("$defs").TryGetProperty("knobs of first-buyer", out _));
        Assert.Equal(ExitCode.Done, Dtao("run", "mine.conf", "--seeds", "1..2", "-j", "2", "--strategies", "my.dll"));
        Assert.EndsWith("2 runs, 0 failed.\n", Out, StringComparison.Ordinal);
        Write("some.conf", "title = some\nchain { netuid = 28, start-block = 4920351, announcement-block = 5005717 }\ntargets.12 { title = sum, kind = counted, confidence = high, source = somebody, figures.share { measure = top-10-holders, real = \"63 %\", at-least = 0, at-most = 100% } }");
        Write("few.conf", "base = mine.conf\nrecord = some.conf\nseeds = \"1..1\"\ntargets = [12]\ncandidates = 2\nseed = 1\nset { \"cohorts.buyers.knobs.share\" = { uniform = [1%, 5%] } }\n");
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("search", "few.conf"));
        Assert.Equal(ExitCode.Done, Dtao("search", "few.conf", "--strategies", "my.dll"));
    }

    [Fact]
    public void have_an_example_that_works_with_a_value_for_each_knob_that_has_no_default()
    {
        Compiled.Strategies("my.dll", Compiled.Buyer("first-buyer"));
        Dtao("strategies", "first-buyer", "--strategies", "my.dll", "--json");
        Write("example.conf", Json()[0].GetProperty("example").GetString()!);
        Assert.Equal(ExitCode.Done, Dtao("check", "example.conf", "--strategies", "my.dll"));
    }

    [Fact]
    public void may_come_from_more_than_one_file()
    {
        Compiled.Strategies("one.dll", Compiled.Buyer("first-buyer"));
        Compiled.Strategies("two.dll", Compiled.Buyer("second-buyer"));
        Assert.Equal(ExitCode.Done, Dtao("run", "mine.conf", "--strategies", "one.dll", "--strategies", "two.dll"));
        Assert.Equal(["one.dll", "two.dll"], RunReader.Open("runs/mine").Manifest()!.Identity.Strategies.Select(file => file.Name));
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "public sealed class Nothing : Attribute { public Role Role; }", "has no public class with [Strategy]" },
        { "[Strategy(\"odd\", Role.Miner, Rule = \"\", Source = \"\")] public sealed class Odd { }", "has a wrong strategy: Odd is named as a strategy but is no IStrategy" },
        { Compiled.Buyer("noise"), "has noise, named noise as Dtao.Strategies.Speculators.Noise is: give it another name" },
        { Compiled.Buyer("first-buyer") + Compiled.Buyer("first-buyer").Replace("class firstbuyer", "class Other", StringComparison.Ordinal), "has Other, named first-buyer as firstbuyer is: give it another name|has firstbuyer, named first-buyer as Other is: give it another name" },
        { Compiled.Buyer("first-buyer", "public firstbuyer() => throw new FormatException(\"no luck\");"), "has firstbuyer, which cannot be made: FormatException: no luck" },
        { Compiled.Buyer("first-buyer", "public firstbuyer(int x) { }"), "has firstbuyer, which has no public constructor without parameters" },
        { Compiled.Buyer("first-buyer", "[Knob(KnobUnit.Tao, \"Odd\")] public string Odd { get; set; }"), "has a wrong strategy: The knob firstbuyer.Odd must be a settable double or long" },
        { Compiled.Buyer("first-buyer").Replace("\"first-buyer\"", "\"First Buyer\"", StringComparison.Ordinal), "names firstbuyer \"First Buyer\": write lower-case letters and digits, words joined by hyphens" },
        { Compiled.Buyer("first-buyer").Replace("\"first-buyer\"", "\"x-buyer\"", StringComparison.Ordinal), "names firstbuyer \"x-buyer\": write lower-case letters and digits, words joined by hyphens" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void that_cannot_be_used_are_refused_before_anything_is_run(string source, string why)
    {
        Compiled.Strategies("my.dll", source);
        IsRefused("my.dll", why);
    }

    [Fact]
    public void are_refused_where_there_is_no_such_file_or_it_is_no_assembly()
    {
        Directory.CreateDirectory("folder");
        Write("text.dll", "MZ, but not really");
        Write("empty.dll", "");
        IsRefused("nowhere.dll", "does not exist");
        IsRefused("folder", "is a folder; name the .dll in it");
        IsRefused("text.dll", "is no .NET assembly");
        IsRefused("empty.dll", "is no .NET assembly");
    }

    [Theory]
    [InlineData("Dtao.Strategies", "9.9.0.0", "was built against Dtao.Strategies 9.9.0.0, and this program has 0.1.0.0: build it again against ")]
    [InlineData("Dtao.Protocol", "0.0.9.0", "was built against Dtao.Protocol 0.0.9.0, and this program has 0.1.0.0: build it again against ")]
    [InlineData("System.Runtime", "99.0.0.0", "was built for .NET 99, and this is .NET 10: build it for net10.0")]
    [InlineData("Elsewhere", "1.0.0.0", "has no class with [Strategy]: it does not refer to Dtao.Strategies")]
    public void are_refused_where_they_were_built_against_something_else(string assembly, string version, string why)
    {
        Compiled.Against("my.dll", assembly, version);
        IsRefused("my.dll", why);
    }

    [Fact]
    public void cannot_be_named_in_a_configuration()
    {
        Compiled.Strategies("my.dll", Compiled.Buyer("first-buyer"));
        foreach (var line in (string[])["strategies = my.dll", "run.strategies = [my.dll]", "cohorts.buyers.strategy = \"my.dll!firstbuyer\"", "cohorts.buyers.strategy = \"firstbuyer, my\""])
        {
            Write("sly.conf", $"include \"mine.conf\"\n{line}\n");
            Assert.Equal(ExitCode.ConfigInvalid, Dtao("check", "sly.conf"));
        }
    }

    private void IsRefused(string file, string why)
    {
        var before = Everything();
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("run", "mine.conf", "--strategies", file));
        Assert.Contains(why.Split('|'), one => Err.StartsWith($"--strategies {file} {one}", StringComparison.Ordinal));
        Assert.EndsWith(". Nothing was run.\n", Err, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("check", "mine.conf", "--strategies", file, "--json"));
        Assert.Equal(3, Json().GetProperty("error").GetProperty("code").GetInt32());
    }
}
