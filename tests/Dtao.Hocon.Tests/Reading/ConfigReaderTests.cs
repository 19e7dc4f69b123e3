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

    private ConfigReader Read(string text, string name = "test.conf") =>
        new(ConfigLoader.Load(MemoryConfigSource.Empty, [ConfigLayer.Text(name, text)], diagnostics).Root, diagnostics);
}
