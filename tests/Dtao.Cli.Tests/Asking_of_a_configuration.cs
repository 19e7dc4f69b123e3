using Dtao.Strategies.Catalogue;

namespace Dtao.Cli.Tests;

public sealed class Asking_of_a_configuration : CliSpec
{
    public Asking_of_a_configuration() => Write("mine.conf", "include \"runs/launch.conf\"\ncohorts.momentum.knobs.threshold = 4%\nrun.seed = ${?DTAO_SEED}\n");

    public static TheoryData<string> Strategies => [.. StrategyCatalogue.BuiltIn().Entries.Select(entry => entry.Name)];

    [Fact]
    public void what_a_key_is_tells_its_value_unit_documentation_default_and_every_origin()
    {
        Assert.Equal(ExitCode.Done, Dtao("explain", "cohorts.momentum.knobs.threshold", "mine.conf", "-s", "cohorts.momentum.knobs.threshold=5%"));
        var lines = Out.Split('\n').Select(line => line.TrimEnd()).ToArray();
        Assert.Equal("cohorts.momentum.knobs.threshold = 5%", lines[0]);
        Assert.Equal("fraction, 0 to 10, may be a draw", lines[1]);
        Assert.StartsWith("Smallest log price change that makes it act. ", lines[2], StringComparison.Ordinal);
        Assert.Equal("Where it is left out, strategies.momentum.threshold counts.", lines[3]);
        Assert.Equal("Default: 8%", lines[4]);
        Assert.Equal("in effect   5%  -s cohorts.momentum.knobs.threshold=5%", lines[5]);
        Assert.Equal("overridden  4%  mine.conf:2:36", lines[6]);
        Assert.Matches(@"^overridden  8%  strategies\.conf:\d+:17, included from reference\.conf:\d+:1$", lines[7]);
        Assert.Equal("", Err);
    }

    [Fact]
    public void what_a_key_is_can_be_had_as_json()
    {
        Assert.Equal(ExitCode.Done, Dtao("explain", "cohorts.momentum.count", "mine.conf", "--json"));
        Assert.Equal("300", Json().GetProperty("value").GetString());
        var only = Assert.Single(Json().GetProperty("assignments").EnumerateArray().ToArray());
        Assert.Equal(("runs/launch.conf", 6), (only.GetProperty("file").GetString(), only.GetProperty("line").GetInt32()));
        Assert.Equal("mine.conf:1:1", Assert.Single(only.GetProperty("included_from").EnumerateArray().ToArray()).GetString());
    }

    [Fact]
    public void what_a_section_holds_is_a_line_a_key()
    {
        Assert.Equal(ExitCode.Done, Dtao("explain", "run", "mine.conf"));
        Assert.Matches(@"(?m)^run\.duration +7 days +runs/launch\.conf:2:16, included from mine\.conf:1:1", Out);
        Assert.Equal(ExitCode.Done, Dtao("explain", "run", "--json"));
        Assert.Equal(5, Json().GetArrayLength());
    }

    [Theory]
    [InlineData("run.sed", "There is no key run.sed: did you mean run.seed?\n")]
    [InlineData("cohorts.momentun.knobs.treshold", "There is no key cohorts.momentun.knobs.treshold: did you mean cohorts.momentum.knobs.threshold?\n")]
    [InlineData("run.colour", "There is no key run.colour. Known in run: seed, duration, ordering, on-strategy-error, strategy-time-limit-seconds.\n")]
    [InlineData("colour", "There is no key colour. Known: run, record, detectors, genesis, protocol, forum, strategies, cohort, cohorts.\n")]
    public void what_is_no_key_is_told_with_the_one_that_was_meant(string key, string answer)
    {
        Assert.Equal(ExitCode.Usage, Dtao("explain", key, "mine.conf"));
        Assert.Equal(("", answer), (Out, Err));
    }

    [Fact]
    public void of_one_that_is_wrong_explains_all_the_same_and_tells_the_errors()
    {
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("explain", "run.duration", "mine.conf", "-s", "run.seed=-1"));
        Assert.StartsWith("run.duration = 7 days\n", Out, StringComparison.Ordinal);
        Assert.EndsWith("1 error. Nothing was run.\n", Err, StringComparison.Ordinal);
    }

    [Fact]
    public void all_of_it_prints_every_value_with_its_origin_and_can_be_read_again()
    {
        Assert.Equal(ExitCode.Done, Dtao("check", "mine.conf", "--effective"));
        Assert.Matches(@"(?m)^    threshold = 8%  # strategies\.conf:\d+:17$", Out);
        Assert.Matches(@"(?m)^      threshold = 4%  # mine\.conf:2:36$", Out);
        Write("again.conf", Out);
        Assert.Equal(ExitCode.Done, Dtao("config", "diff", "mine.conf", "again.conf"));
        Assert.Equal("No difference takes effect.\n", Out);
        Assert.Equal(ExitCode.Done, Dtao("check", "mine.conf", "--effective", "--json"));
        Assert.Contains(Json().EnumerateArray(), key => key.GetProperty("key").GetString() == "cohorts.momentum.knobs.threshold" && key.GetProperty("value").GetString() == "4%" && key.GetProperty("from").GetString() == "mine.conf:2:36");
    }

    [Fact]
    public void how_it_differs_from_another_goes_by_effect_and_names_both_origins()
    {
        Write("other.conf", "include \"mine.conf\"\ncohorts.momentum.knobs.threshold = 0.04\nforum.rewire = 0.1\nrun.duration = 168 hours\n");
        Assert.Equal(ExitCode.Done, Dtao("config", "diff", "mine.conf", "other.conf"));
        Assert.Equal(ExitCode.NotReproduced, Dtao("config", "diff", "launch", "other.conf"));
        Assert.Matches(@"^cohorts\.momentum\.knobs\.threshold\n +A +8% +strategies\.conf:\d+:17, included from reference\.conf:\d+:1 *\n +B +0\.04 +other\.conf:2:36 *\n1 difference\.\n$", Out);
        Assert.Equal(ExitCode.NotReproduced, Dtao("config", "diff", "launch", "other.conf", "--json"));
        Assert.Equal("0.04", Assert.Single(Json().GetProperty("differences").EnumerateArray().ToArray()).GetProperty("b").GetProperty("value").GetString());
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("config", "diff", "launch", "nowhere"));
    }

    [Fact]
    public void a_run_folder_is_compared_by_what_took_effect_in_it()
    {
        Dtao("run", "short.conf", "-s", "run.seed=5");
        Assert.Equal(ExitCode.NotReproduced, Dtao("config", "diff", "short.conf", "runs/short"));
        Assert.Matches(@"^run\.seed\n +A +1 .*\n +B +5 +effective\.conf:", Out);
    }

    [Fact]
    public void what_an_editor_wants_to_know_is_a_schema()
    {
        Assert.Equal(ExitCode.Done, Dtao("config", "schema"));
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", Json().GetProperty("$schema").GetString());
        Write("mine.json", """{ "$schema": "schema.json", "run": { "seed": 7, "duration": "30 blocks" }, "cohorts": { "crows": { "role": "speculator", "strategy": "noise", "count": 2, "wealth": "5 tao" } } }""");
        Assert.Equal(ExitCode.Done, Dtao("run", "mine.json"));
        Write("deep.json", """{ "run": { "$schema": "schema.json" } }""");
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("check", "deep.json"));
    }

    /// <summary>The words that are printed are put into a file as they stand.</summary>
    [Theory]
    [MemberData(nameof(Strategies))]
    public void what_a_strategy_is_shows_an_example_that_works(string name)
    {
        Assert.Equal(ExitCode.Done, Dtao("strategies", name));
        Write("example.conf", Out[(Out.IndexOf("An example, as it can stand in a run file:", StringComparison.Ordinal) + "An example, as it can stand in a run file:".Length)..]);
        Assert.Equal(ExitCode.Done, Dtao("check", "example.conf"));
        Assert.Contains($" x {name} (", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void what_a_strategy_is_tells_of_each_knob_why_its_default_is_what_it_is()
    {
        Dtao("strategies", "--json");
        var knobs = Json().EnumerateArray().SelectMany(strategy => strategy.GetProperty("knobs").EnumerateArray()).ToArray();
        Assert.NotEmpty(knobs);
        Assert.All(knobs, knob => Assert.All((string[])["default", "unit", "range", "meaning", "reason"], part => Assert.NotEqual("", knob.GetProperty(part).GetString())));
    }

    [Fact]
    public void what_is_no_strategy_is_told_with_the_one_that_was_meant()
    {
        Assert.Equal(ExitCode.Usage, Dtao("strategies", "momentun"));
        Assert.StartsWith("There is no strategy momentun: did you mean momentum? Known: ", Err, StringComparison.Ordinal);
    }
}
