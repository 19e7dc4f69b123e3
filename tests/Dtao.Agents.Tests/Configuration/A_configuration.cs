using Dtao.Agents.Settling;

namespace Dtao.Agents.Tests.Configuration;

public sealed class A_configuration
{
    [Fact]
    public void gives_way_to_settings_and_keeps_what_they_leave_out()
    {
        var run = Written.Run("run { duration = 3 days, seed = 7, ordering = fifo }", "run.seed=8").Run;
        Assert.Equal((8ul, 21_600L, SettlementOrder.Fifo), (run.Seed, run.DurationBlocks, run.Ordering));
    }

    [Fact]
    public void has_its_cohorts_in_the_order_in_which_they_are_written_since_they_sit_in_it()
    {
        const string About = "{ role = speculator, strategy = noise, count = 1, wealth = 1 tao }";
        var config = Written.Config($"cohorts.crows {About}\ncohorts {{ bees {About}, ants {About} }}\ncohorts.crows.count = 2");
        Assert.Equal(["crows", "bees", "ants"], config.Config.Cohorts.Select(cohort => cohort.Name));
        Assert.Equal(["crows", "bees", "ants"], Written.Run(config.EffectiveText).Cohorts.Select(cohort => cohort.Name));
        Assert.NotEqual(config.Hash, Written.Config($"cohorts {{ ants {About}, bees {About} }}\ncohorts.crows {About}\ncohorts.crows.count = 2").Hash);
    }

    [Fact]
    public void has_one_hash_however_it_is_written()
    {
        var hash = Written.Config("run { seed = 7, duration = 2 days }").Hash;
        Assert.Equal(hash, Written.Config("# other words\nrun.duration = 2 days\nrun.seed = 7").Hash);
        Assert.Equal(hash, Written.Config("", "run.seed=7", "run.duration=2 days").Hash);
        Assert.NotEqual(hash, Written.Config("run { seed = 8, duration = 2 days }").Hash);
    }

    [Fact]
    public void can_be_read_again_from_its_effective_text()
    {
        var first = Written.Config("""
            include "runs/launch.conf"
            run { duration = 3 days, seed = 7 }
            cohorts."with.dot" { role = speculator, strategy = momentum, count = 5, wealth = { pareto = [1.2, 25 tao] }, knobs.threshold = 4% }
            """);
        var again = Written.Config(first.EffectiveText);
        Assert.Equal("", Written.Words(again));
        Assert.Equal(first.Hash, again.Hash);
    }

    [Fact]
    public void says_of_every_value_where_it_came_from()
    {
        var text = Written.Config("run.seed = 7", "run.ordering=fifo").EffectiveText;
        Assert.Matches(@"seed\s*=\s*7\s+#.*mine\.conf:1", text);
        Assert.Matches(@"duration\s*=\s*""?7 days""?\s+#.*reference\.conf:\d+", text);
        Assert.Matches(@"ordering\s*=\s*fifo\s+#(?!.*reference)", text);
    }
}
