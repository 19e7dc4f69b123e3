using Dtao.Agents.Configuration.Explaining;

namespace Dtao.Agents.Tests.Configuration.Explaining;

public sealed class A_difference
{
    private const string Herd = "cohorts.herd { role = speculator, strategy = meme-herder, count = 5, wealth = 10 tao }\n";

    /// <summary>Ways to write one and the same.</summary>
    [Theory]
    [InlineData("forum.rewire = 50%", "forum.rewire = 0.5")]
    [InlineData("forum.rewire = 50%", "forum.rewire = 5e-1")]
    [InlineData("run.duration = 1 day", "run.duration = 7200 blocks")]
    [InlineData("run.duration = 1 day", "run { duration = 24 hours }")]
    [InlineData("genesis.root.total = 5 tao", "genesis.root.total = 5000000000 rao")]
    [InlineData("genesis.root.shares = [50%, 10%]", "genesis.root.shares = [0.5, 0.10]")]
    [InlineData("record.save-at = [1 day]", "record.save-at = [24 hours]")]
    [InlineData("run.seed = 1", "")] // the default
    [InlineData("run.seed = \"1\"", "run.seed = 1")]
    [InlineData(Herd + "cohorts.herd.wealth = 10000000000 rao", Herd)]
    [InlineData(Herd + "cohorts.herd.talks = true", Herd)]
    [InlineData(Herd + "cohorts.herd.knobs.talk = 0.5", Herd)] // the strategy's default is 50%
    [InlineData(Herd + "cohorts.herd.wealth = null\ncohorts.herd.wealth = { uniform = [1 tao, 2 tao] }", Herd + "cohorts.herd.wealth = { uniform = [1000000000 rao, 2.0 tao] }")]
    public void is_none_between_two_ways_to_write_the_same(string a, string b) => Assert.Equal([], Between(a, b));

    [Theory]
    [InlineData("run.seed = 2", "", "run.seed: 2 | 1")]
    [InlineData("forum.rewire = 50%", "forum.rewire = 0.51", "forum.rewire: 50% | 0.51")]
    [InlineData("genesis.root.shares = [50%, 10%]", "genesis.root.shares = [10%, 50%]", "genesis.root.shares: [50%, 10%] | [10%, 50%]")]
    [InlineData(Herd, Herd + "cohorts.herd.wealth = { pareto = [1.2, 10 tao] }", "cohorts.herd.wealth: 10 tao | { pareto = [1.2, 10 tao] }")]
    [InlineData(Herd, "", "cohorts.herd: a cohort of meme-herder | ")]
    [InlineData("", Herd, "cohorts.herd:  | a cohort of meme-herder")]
    [InlineData(Herd, Herd + "cohorts.herd { strategy = noise }", "cohorts.herd.strategy: meme-herder | noise")]
    [InlineData("strategies.noise.tail = 2", "", "strategies.noise.tail: 2 | 1.5")]
    public void is_told_with_both_values(string a, string b, string first) => Assert.Equal(first, Between(a, b)[0]);

    [Fact]
    public void in_a_strategys_default_is_one_in_every_cohort_that_keeps_it() =>
        Assert.Equal(["strategies.meme-herder.talk: 50% | 40%", "cohorts.herd.knobs.talk: 50% | 40%"], Between(Herd, Herd + "strategies.meme-herder.talk = 40%"));

    [Fact]
    public void in_the_order_of_cohorts_counts_since_they_sit_in_it()
    {
        const string Ants = "cohorts.ants { role = speculator, strategy = noise, count = 5, wealth = 10 tao }\n";
        Assert.Equal(["the order of cohorts: ants, herd | herd, ants"], Between(Ants + Herd, Herd + Ants));
    }

    [Fact]
    public void says_where_both_values_stand()
    {
        var only = Assert.Single(ConfigDifference.Between(Written.Config("run.seed = 2"), Written.Config("", "run.seed=3")));
        Assert.Equal(("mine.conf:1:12", "-s run.seed=3"), (only.A.From, only.B.From));
    }

    private static string[] Between(string a, string b) => [.. ConfigDifference.Between(Written.Config(a), Written.Config(b)).Select(each => $"{each.Key}: {each.A.Value} | {each.B.Value}")];
}
