using Dtao.Agents.Configuration;
using Dtao.Agents.Configuration.Explaining;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Tests.Configuration.Explaining;

public sealed class Effective_keys
{
    private const string Crows = """
        include "runs/launch.conf"
        cohorts.momentum { count = 7, knobs { threshold = 5% } }
        cohorts.momentum.knobs.threshold = { uniform = [4%, 6%] }
        run.seed = ${?DTAO_SEED}
        """;

    [Fact]
    public void tell_every_place_that_gave_a_value_the_strongest_first() => Assert.Equal(
        [
            "5 from -s run.seed=5",
            "${?DTAO_SEED} from mine.conf:4:12",
            "1 from reference.conf:23:10",
        ],
        Places(Crows, "run.seed", ["run.seed=5"], new() { ["DTAO_SEED"] = "9" }));

    [Fact]
    public void tell_of_a_value_from_the_environment_where_it_was_asked_for() =>
        Assert.Equal("${?DTAO_SEED} from mine.conf:4:12, which is environment DTAO_SEED", Places(Crows, "run.seed", environment: new() { ["DTAO_SEED"] = "9" })[0]);

    [Fact]
    public void tell_through_which_files_a_value_came() => Assert.Equal(
        ["7 from mine.conf:2:28", "300 from runs/launch.conf:6:75, included from mine.conf:1:1"],
        Places(Crows, "cohorts.momentum.count"));

    [Fact]
    public void tell_of_a_constant_under_a_draw_and_of_the_default_under_both() => Assert.Equal(
        ["{ uniform = [4%, 6%] } from mine.conf:3:48", "5% from mine.conf:2:51", "8% from strategies.conf:51:17, included from reference.conf:19:1"],
        Places(Crows, "cohorts.momentum.knobs.threshold").Select(place => System.Text.RegularExpressions.Regex.Replace(place, @"strategies\.conf:\d+", "strategies.conf:51")));

    [Fact]
    public void tell_of_a_draw_over_a_draw() => Assert.Equal(
        ["{ pareto = [2, 9 tao] } from mine.conf:2:38", "{ pareto = [1.2, 25 tao] } from runs/launch.conf:6:100, included from mine.conf:1:1"],
        Places("include \"runs/launch.conf\"\ncohorts.momentum.wealth = { pareto = [2, 9 tao] }", "cohorts.momentum.wealth"));

    [Fact]
    public void have_the_value_that_counts_where_a_cohort_says_nothing()
    {
        var keys = Of(Crows);
        var pause = Assert.Single(keys.At("cohorts.momentum.knobs.pause"));
        Assert.Equal(("5.6 hours", "strategies.momentum.pause"), (pause.Text, pause.At));
        Assert.Equal("true", Assert.Single(keys.At("cohorts.herd.talks")).Text);
        Assert.Equal(5, keys.At("run").Count);
        Assert.Empty(keys.At("run.sed"));
        Assert.Empty(keys.At("runs"));
    }

    [Fact]
    public void are_all_keys_that_a_run_is_made_of()
    {
        var keys = Of(Crows);
        Assert.All(keys.All, key => Assert.NotEmpty(key.Assignments));
        Assert.Superset(
            new HashSet<string>(["run.seed", "genesis.root.shares", "protocol.child-keys.pending", "strategies.whale.step", "cohorts.whales.knobs.step", "cohorts.whales.reach"], StringComparer.Ordinal),
            keys.All.Select(key => key.Key).ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("run.sed", "run.seed")]
    [InlineData("rnu.sede", "run.seed")]
    [InlineData("cohorts.momentm.knobs.treshold", "cohorts.momentum.knobs.threshold")]
    [InlineData("strategies.wahle.stip", null)] // step or stop
    [InlineData("colour", null)]
    [InlineData("run.seed.more", null)]
    [InlineData("", null)]
    [InlineData("..", null)]
    public void are_found_by_what_somebody_meant(string path, string? meant)
    {
        var config = LoadedConfig.Load(ConfigInput.Of("launch"), StrategyCatalogue.BuiltIn());
        Assert.Equal(meant, KeyPaths.Nearest(config.Keys, path));
    }

    private static string[] Places(string text, string key, string[]? settings = null, Dictionary<string, string>? environment = null) =>
        [.. Assert.Single(Of(text, settings, environment).At(key)).Assignments.Select(assignment => $"{assignment.Written} from {assignment.Place}")];

    private static EffectiveKeys Of(string text, string[]? settings = null, Dictionary<string, string>? environment = null)
    {
        var folder = Directory.CreateTempSubdirectory("dtao-agents-");
        try
        {
            var file = Path.Combine(folder.FullName, "mine.conf");
            File.WriteAllText(file, text.ReplaceLineEndings("\n"));
            var config = LoadedConfig.Load(new ConfigInput(file, settings ?? [], environment ?? []), StrategyCatalogue.BuiltIn());
            Assert.Equal("", Written.Words(config));
            return new EffectiveKeys(config);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
