namespace Dtao.Agents.Tests.Configuration;

public sealed class A_wrong_configuration
{
    private const string Herd = "cohorts.herd { role = speculator, strategy = meme-herder, count = 5, wealth = 10 tao }";

    [Theory]
    [InlineData("run.sed = 1", "unknown key run.sed", "did you mean \"seed\"")]
    [InlineData("genesis.launch.pools = 1", "unknown key genesis.launch.pools", "known: subnets")]
    [InlineData("tempo = 5 blocks", "unknown key tempo", "known: run, record")]
    [InlineData("run.seed = -1", "run.seed is -1", "")]
    [InlineData("run.seed = 18446744073709551616", "run.seed is 18446744073709551616", "")]
    [InlineData("run.duration = 5", "run.duration needs a unit: 5", "")]
    [InlineData("run.duration = 5 tao", "run.duration", "blocks")]
    [InlineData("run.duration = 0 blocks", "run.duration is 0 blocks", "at least 1 blocks")]
    [InlineData("run.duration = 100000001 blocks", "run.duration is 100000001 blocks", "at most 100000000 blocks")]
    [InlineData("run.ordering = fee", "run.ordering is \"fee\"", "known: lot, fifo")]
    [InlineData("run.seed = null", "run.seed is missing", "write seed = …")]
    [InlineData("run = 5", "run must be an object", "braces")]
    [InlineData("genesis.root.total = 5 alpha", "genesis.root.total", "tao")]
    [InlineData("genesis.root.shares = [60%, 50%]", "genesis.root.shares sum to more than 100%", "smaller")]
    [InlineData("genesis.launch.subnets = 0", "genesis.launch.subnets is 0", "at least 1")]
    [InlineData("genesis.launch.subnets = 1025", "genesis.launch.subnets is 1025", "at most 1024")]
    [InlineData("genesis.launch.issuance = 21000001 tao", "genesis.launch.issuance", "at most 21000000000000000 rao")]
    [InlineData("forum.rewire = 110%", "forum.rewire is 110%", "at most 1")]
    [InlineData("forum.graph = smallworld", "forum.graph is \"smallworld\"", "did you mean \"small-world\"")]
    [InlineData("record.topics = [trade]", "record.topics[0] is \"trade\"", "did you mean \"trades\"?  (known: trades, decisions, epochs, hearings, payments, ledger)")]
    [InlineData("record.topics = [all]", "record.topics[0] is \"all\"", "(known: trades, decisions, epochs, hearings, payments, ledger)")]
    [InlineData("protocol.owner-cut-u16 = 65536", "protocol.owner-cut-u16 is 65536", "at most 65535")]
    [InlineData("protocol.mechanism = root", "protocol.mechanism is \"root\"", "known: dynamic, root-vote")]
    [InlineData("protocol.switches = [{ at = 1 days, rules = root-vote-2024 }]", "protocol.switches[0].rules leads from dynamic back to root-vote", "go over from root-vote")]
    public void is_told_by_its_key_with_a_remedy(string text, string message, string remedy) => IsTold(text, message, remedy);

    [Theory]
    [InlineData("strategi = momentum", "unknown key cohorts.herd.strategi", "did you mean \"strategy\"")]
    [InlineData("strategy = meme-herdr", "cohorts.herd.strategy is \"meme-herdr\"", "did you mean \"meme-herder\"")]
    [InlineData("strategy = sell-income", "cohorts.herd.strategy sell-income is a strategy for a miner, not for a speculator", "write role = miner")]
    [InlineData("role = whale", "cohorts.herd.role is \"whale\"", "known: speculator, miner")]
    [InlineData("count = 1000001", "cohorts.herd.count is 1000001", "at most 1000000")]
    [InlineData("count = 2.5", "cohorts.herd.count", "")]
    [InlineData("wealth = 10", "cohorts.herd.wealth needs a unit: 10", "10 tao")]
    [InlineData("wealth = { pareto = [1.2] }", "cohorts.herd.wealth.pareto must have two parameters", "pareto")]
    [InlineData("wealth = { normal = [10 tao, -1 tao] }", "cohorts.herd.wealth.normal[1] is -1 tao", "0")]
    [InlineData("on-root = 2 tao", "cohorts.herd.on-root", "%")]
    [InlineData("talks = yes", "cohorts.herd.talks is \"yes\"", "true or false")]
    [InlineData("knobs.herdin = 1", "unknown key cohorts.herd.knobs.herdin", "did you mean \"herding\"")]
    [InlineData("knobs.talk = 200%", "cohorts.herd.knobs.talk is 200%", "at most 1")]
    [InlineData("knobs.talk = { uniform = [50%, 200%] }", "cohorts.herd.knobs.talk.uniform[1] is 200%", "at most 1")]
    [InlineData("knobs.talk = { normal = [150%, 10%] }", "cohorts.herd.knobs.talk.normal[0] is 150%", "at most 1")]
    [InlineData("knobs.memory = 2 years", "cohorts.herd.knobs.memory is in years", "days")]
    [InlineData("knobs.memory = 400 days", "cohorts.herd.knobs.memory is 400 days", "at most 2628000 blocks")]
    [InlineData("wealth = 20000001 tao", "cohorts.herd.wealth is 20000001 tao", "at most 20000000 tao")]
    [InlineData("count = { uniform = [1, 2000000] }", "cohorts.herd.count.uniform[1] is 2000000", "at most 1000000")]
    public void of_a_cohort_is_told_by_its_key_with_a_remedy(string line, string message, string remedy) =>
        IsTold($"{Herd}\ncohorts.herd {{ {line} }}", message, remedy);

    [Fact]
    public void may_have_no_cohort_with_a_name_that_no_folder_could_have() =>
        IsTold("""cohorts."../herd" { role = speculator, strategy = noise, count = 1, wealth = 1 tao }""", "cohorts.\"../herd\" is no name for a cohort", "letters");

    [Fact]
    public void may_not_have_more_agents_together_than_one_cohort_may() =>
        IsTold($"{Herd}\ncohorts {{ herd.count = 600000, more = ${{cohorts.herd}} }}", "cohorts have 1200000 agents together", "at most 1000000");

    [Fact]
    public void may_not_draw_more_agents_together_than_one_cohort_may() =>
        IsTold($"{Herd}\ncohorts {{ herd.count = {{ uniform = [600001, 600001] }}, more = ${{cohorts.herd}} }}", "cohorts have 1200002 agents together", "at most 1000000");

    [Fact]
    public void says_that_objects_merge_where_one_draw_is_written_over_another() => IsTold(
        $"{Herd}\ncohorts.herd.wealth = {{ pareto = [1.2, 5 tao] }}\ncohorts.herd.wealth = {{ uniform = [1 tao, 9 tao] }}",
        "cohorts.herd.wealth is more than one draw: pareto (mine.conf:2:",
        "write cohorts.herd.wealth = null before it");

    [Fact]
    public void names_a_key_that_a_cohort_lacks() =>
        IsTold("cohorts.herd { role = speculator, strategy = noise, count = 5 }", "cohorts.herd.wealth is missing", "write wealth");

    [Fact]
    public void is_told_whole_in_one_pass_and_in_the_order_of_its_lines()
    {
        var config = Written.Config("""
            run.sed = 1
            run.duration = 5
            forum.rewire = 3
            cohorts.herd { role = speculator, strategy = noize, count = 5, wealth = 10 tao }
            """);
        var errors = config.Diagnostics.ToImmutable().OrderBy(d => d.Line).ToArray();
        Assert.Equal([1, 2, 3, 4], errors.Select(error => error.Line));
        Assert.All(errors, error => Assert.Equal("mine.conf", Path.GetFileName(error.File)));
        Assert.EndsWith("4 errors. Nothing was run.\n", Written.Words(config), StringComparison.Ordinal);
    }

    [Fact]
    public void is_told_with_its_place_and_a_caret() =>
        Assert.Equal(
            """
            mine.conf:2:5 error: unknown key run.sed
                2 | run.sed = 1
                  |     ^^^ did you mean "seed"?  (known: seed, duration, ordering, on-strategy-error, strategy-time-limit-seconds)
            1 error. Nothing was run.

            """,
            Written.Words(Written.Config("# a run\nrun.sed = 1\n")));

    [Fact]
    public void on_the_command_line_is_told_as_such() => Assert.Contains("unknown key run.sed", Written.Words(Written.Config(Herd, "run.sed=1")), StringComparison.Ordinal);

    [Theory]
    [InlineData("cohorts.hrd.count = 7", "cohorts.hrd has neither role nor strategy", "did you mean \"herd\"?  (cohorts: herd)")]
    [InlineData("cohorts.whales.count = 7", "cohorts.whales has neither role nor strategy", "write role, strategy, count and wealth, or the name of a cohort that has them  (cohorts: herd)")]
    public void sets_nothing_for_a_cohort_that_is_none(string line, string message, string remedy)
    {
        var error = Assert.Single(Written.Config($"{Herd}\n{line}").Diagnostics.ToImmutable());
        Assert.Equal((message, remedy), (error.Message, error.Remedy));
    }

    [Theory]
    [InlineData("stip = 5%", "did you mean \"step\" or \"stop\"?")] // equally near: both are named
    [InlineData("step = 5 hours\n stip = 5%", "did you mean \"stop\"?")] // step stands there already
    public void names_every_key_that_may_have_been_meant(string knobs, string question)
    {
        var config = Written.Config($"cohorts.w {{ role = speculator, strategy = whale, count = 1, wealth = 9 tao, knobs {{ {knobs} }} }}");
        Assert.StartsWith(question, Assert.Single(config.Diagnostics.ToImmutable()).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void may_have_notes() => Assert.Equal("", Written.Words(Written.Config($"x-author = me\n{Herd}\ncohorts.herd.x-why = \"to see\"")));

    private static void IsTold(string text, string message, string remedy)
    {
        var errors = Written.Config(text).Diagnostics.ToImmutable();
        Assert.Contains(errors, error => error.Message.Contains(message, StringComparison.Ordinal) && (error.Remedy ?? error.Message).Contains(remedy, StringComparison.Ordinal));
    }
}
