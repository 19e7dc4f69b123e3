using Shouldly;

namespace Dtao.Hocon.Tests.Reading;

public sealed class ConfigReaderTests
{
    private readonly DiagnosticBag diagnostics = new();

    [Fact]
    public void Each_kind_of_value_is_read_by_the_name_of_its_kind()
    {
        var run = Read("""
            run { seed = 18446744073709551615, duration = 3 days, fee = 0.0005 tao, holding = 12.5 alpha, limit = 0.02 tao/alpha
                  decay = 2.5%, share = 0.025, beta = -1.5, on = true, title = "TAO Accumulation", name = sn28, ordering = fifo
                  seeds = [1, 2], words = [a, "b c"], x-note = free }
            """).Section("run");

        run.Whole("seed").ShouldBe(ulong.MaxValue);
        run.Blocks("duration", atLeast: 1).ShouldBe(21_600);
        run.Tao("fee").ShouldBe(500_000UL);
        run.Alpha("holding").ShouldBe(12_500_000_000UL);
        run.Price("limit").ShouldBe(0.02);
        run.Fraction("decay").ShouldBe(0.025);
        run.Fraction("share").ShouldBe(0.025);
        run.Number("beta").ShouldBe(-1.5);
        run.Flag("on").ShouldBeTrue();
        run.Text("title").ShouldBe("TAO Accumulation");
        run.Name("name").ShouldBe("sn28");
        run.Choice("ordering", "lot", "fifo", "fee").ShouldBe("fifo");
        run.Wholes("seeds").ShouldBe([1UL, 2UL]);
        run.Texts("words").ShouldBe(["a", "b c"]);
        run.Done();
        diagnostics.ToImmutable().ShouldBeEmpty();
    }

    [Fact]
    public void Errors_look_as_the_manual_shows_them()
    {
        var root = Read("\n\n\n\n\n\n\n\n\n\n\ncohorts {\n herd {\n  strategi = meme-herder\n  role = speculator\n  count = 100\n  wealth = 5 tao\n }\n}\nfoundation {\n\n budget = 5000\n}\n", "scenario.conf");
        var herd = root.Section("cohorts").Section("herd");
        herd.Text("role");
        herd.Whole("count");
        herd.Tao("wealth");
        herd.Text("strategy");
        root.Section("foundation").Tao("budget");
        root.Done();

        Some.Printed(diagnostics).ShouldBe("""
            scenario.conf:14:3 error: unknown key cohorts.herd.strategi
               14 |   strategi = meme-herder
                  |   ^^^^^^^^ did you mean "strategy"?  (known: role, count, wealth, strategy)
            scenario.conf:22:11 error: foundation.budget needs a unit: 5000 -> "5000 tao"
            2 errors. Nothing was run.

            """);
    }

    [Fact]
    public void All_errors_come_in_one_pass_and_harmless_values_come_back()
    {
        var run = Read("run { seed = -1, duration = 100 s, fee = 5 alpha, on = yes, ordering = fivo, title = [], decay = 150% }").Section("run");
        run.Whole("seed", atLeast: 1).ShouldBe(1UL);
        run.Blocks("duration").ShouldBe(0);
        run.Tao("fee").ShouldBe(0UL);
        run.Flag("on").ShouldBeFalse();
        run.Choice("ordering", "lot", "fifo", "fee").ShouldBe("lot");
        run.Text("title").ShouldBe("");
        run.Fraction("decay").ShouldBe(0);
        run.Number("beta", above: 0).ShouldBe(0);

        diagnostics.ToImmutable().Select(Some.Line).ShouldBe(
        [
            "test.conf:1:14 run.seed is -1, which is no whole number from 0 to 18446744073709551615",
            "test.conf:1:29 run.duration is 100 s, which is no whole number of blocks",
            "test.conf:1:42 run.fee is in alpha; this amount is in tao",
            "test.conf:1:56 run.on is \"yes\"",
            "test.conf:1:72 run.ordering is \"fivo\"",
            "test.conf:1:86 run.title must be text, not an array",
            "test.conf:1:98 run.decay is 150%",
            "test.conf:1:5 run.beta is missing",
        ]);
    }

    [Fact]
    public void A_misspelt_key_is_told_once_and_not_missed_again()
    {
        var reader = Read("a = 1\nstrategi = herd");
        reader.Whole("a");
        reader.Text("strategy");
        reader.Done();
        Lines().ShouldBe(["test.conf:2:1 unknown key strategi"]);
    }

    [Fact]
    public void Keys_nobody_asked_for_are_unknown_at_every_depth_unless_they_are_notes()
    {
        var root = Read("x-why = text\nrun { seed = 1, sede = 2, x-note { any = thing } }\ncohorts { herd { odd = 1 }, x-old { y = 2 } }\nlist = [{ p = 1 }, { p = 2, q = 3 }]\n\"spare key\" = 1");
        root.Section("run").Whole("seed");
        root.Section("cohorts").Each().Select(each => each.Name).ShouldBe(["herd"]);
        root.Sections("list").Select(item => item.Whole("p")).ShouldBe([1UL, 2UL]);
        root.Done();
        Lines().ShouldBe(
        [
            "test.conf:5:1 unknown key \"spare key\"",
            "test.conf:2:17 unknown key run.sede",
            "test.conf:3:18 unknown key cohorts.herd.odd",
            "test.conf:4:29 unknown key list[1].q",
        ]);
        diagnostics.ToImmutable()[1].Remedy.ShouldBe("did you mean \"seed\"?  (known: seed)");
        diagnostics.ToImmutable()[2].Remedy.ShouldBe("(no key is known here)");
    }

    [Fact]
    public void What_is_broken_already_is_passed_over_in_silence()
    {
        var root = Read("a = [1,,2]\nb = ${nowhere}\nc { d = }\ne = x=y");
        root.Whole("b", atLeast: 3).ShouldBe(3UL);
        root.Section("b").Section("deeper").Text("still").ShouldBe("");
        root.Section("c").Tao("d").ShouldBe(0UL);
        root.Sections("e").ShouldBeEmpty();
        root.Draw("e", Unit.Tao).ShouldBe(DrawSpec.Constant(0));
        root.Value("a");
        root.Done();
        Lines().ShouldBe(
        [
            "test.conf:1:8 two commas in a row", "test.conf:3:7 a value is missing here", "test.conf:4:6 = cannot stand in a value without quotes", "test.conf:2:5 nothing is called nowhere",
        ]);
    }

    [Fact]
    public void A_missing_section_is_told_once_however_much_is_read_from_it()
    {
        var root = Read("present = 1");
        var missing = root.Section("run");
        missing.Whole("seed").ShouldBe(0UL);
        missing.Section("deep").Flag("flag").ShouldBeFalse();
        missing.Each().ShouldBeEmpty();
        missing.Origin.ShouldBeNull();
        root.Has("present").ShouldBeTrue();
        root.Done();
        Lines().ShouldBe(["test.conf:1:1 run is missing"]);
    }

    [Fact]
    public void Null_is_missing()
    {
        var root = Read("a = null\nb = 1");
        root.Has("a").ShouldBeFalse();
        root.Has("b").ShouldBeTrue();
        root.Has("c").ShouldBeFalse();
        root.Value("a").ShouldNotBeNull();
        root.Value("c").ShouldBeNull();
        root.Text("a").ShouldBe("");
        Lines().ShouldBe(["test.conf:1:5 a is missing"]);
    }

    [Theory]
    [InlineData("0", "it must be above 0")]
    [InlineData("0.1", null)]
    [InlineData("0.5", null)]
    [InlineData("0.50001", "it must be at most 0.5")]
    [InlineData("-3", "it must be above 0")]
    public void Bounds_say_what_they_want(string value, string? remedy)
    {
        Read("a = " + value).Number("a", above: 0, atMost: 0.5);
        diagnostics.ToImmutable().Select(each => each.Remedy).ShouldBe(remedy is null ? [] : [remedy]);
    }

    [Theory]
    [InlineData("a = 5 tao", "it must be at least 6000000000 rao")]
    [InlineData("a = 6 tao", null)]
    [InlineData("a = 7 tao", null)]
    [InlineData("a = 7.000000001 tao", "it must be at most 7000000000 rao")]
    public void Both_ends_of_an_amount_belong_to_its_range(string text, string? remedy)
    {
        Read(text).Tao("a", atLeast: 6_000_000_000, atMost: 7_000_000_000);
        diagnostics.ToImmutable().Select(each => each.Remedy).ShouldBe(remedy is null ? [] : [remedy]);
    }

    [Theory]
    [InlineData("sn28", true)]
    [InlineData("A.b_c-9", true)]
    [InlineData("-x", false)]
    [InlineData("a/b", false)]
    [InlineData("a b", false)]
    [InlineData("\"\"", false)]
    [InlineData("\"a\\n\"", false)]
    [InlineData("żółw", false)]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234", true)]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345", false)]
    public void A_name_can_be_a_file_name(string text, bool isName)
    {
        Read("name = " + text).Name("name").Length.ShouldBe(isName ? text.Length : 0);
        diagnostics.HasErrors.ShouldBe(!isName);
    }

    [Fact]
    public void Text_in_quotes_is_read_as_a_number_when_a_number_is_wanted()
    {
        var root = Read("a = \"42\", b = 42, c = \"5 tao\"");
        root.Whole("a").ShouldBe(42UL);
        root.Text("b").ShouldBe("42");
        root.Tao("c").ShouldBe(5_000_000_000UL);
        diagnostics.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public void A_reader_can_report_in_its_own_manner()
    {
        Read("run { low = 5, high = 3 }").Section("run").Report("high", "must be above run.low", "write 6");
        Lines().ShouldBe(["test.conf:1:23 run.high must be above run.low"]);
    }

    [Fact]
    public void A_value_through_a_substitution_is_reported_where_it_is_written()
    {
        Read("fee = 5\nrun.fee = ${fee}").Section("run").Tao("fee");
        Lines().ShouldBe(["test.conf:1:7 run.fee needs a unit: 5 -> \"5 tao\""]);
    }

    [Fact]
    public void A_missing_key_points_at_the_section_in_the_users_own_file()
    {
        var layers = new[]
        {
            ConfigLayer.Text("reference.conf", "run { fee = 1 tao, part { x = 1 } }"), ConfigLayer.Text("mine.conf", "\nrun { part { } }\nrun { part.y = 1 }"), ConfigLayer.Setting("run.fee=2 tao"),
        };
        var root = new ConfigReader(ConfigLoader.Load(MemoryConfigSource.Empty, layers, diagnostics).Root, diagnostics);
        root.Section("run").Whole("seed");
        root.Section("run").Section("part").Whole("z");
        root.Text("title");
        Lines().ShouldBe(["mine.conf:3:5 run.seed is missing", "mine.conf:2:12 run.part.z is missing", "mine.conf:1:1 title is missing"]);
    }

    private string[] Lines() => [.. diagnostics.ToImmutable().Select(Some.Line)];

    private ConfigReader Read(string text, string name = "test.conf") =>
        new(ConfigLoader.Load(MemoryConfigSource.Empty, [ConfigLayer.Text(name, text)], diagnostics).Root, diagnostics);
}
