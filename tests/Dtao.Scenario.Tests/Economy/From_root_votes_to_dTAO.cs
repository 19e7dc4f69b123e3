namespace Dtao.Scenario.Tests.Economy;

/// <summary>Fourteen hours of the policy population: ten under root's votes, then dTAO.</summary>
public sealed class From_root_votes_to_dTAO(From_root_votes_to_dTAO.Run run) : IClassFixture<From_root_votes_to_dTAO.Run>
{
    private const string Switch = "(SELECT block FROM events WHERE kind = 'RulesSwitched')";

    [Fact]
    public void root_validators_vote_until_there_are_pools_and_nobody_trades_before()
    {
        Assert.Equal("1", Ask("SELECT count(*) FROM events WHERE kind = 'RulesSwitched'"));
        Assert.NotEqual("0", Ask($"SELECT count(*) FROM decisions WHERE kind = 'RootWeightsSet' AND block < {Switch}"));
        Assert.Equal("0", Ask($"SELECT count(*) FROM decisions WHERE kind = 'RootWeightsSet' AND block >= {Switch}"));
        Assert.Equal("0", Ask($"SELECT count(*) FROM trades WHERE netuid > 0 AND block < {Switch}"));
        Assert.NotEqual("0", Ask($"SELECT count(*) FROM trades WHERE netuid > 0 AND block >= {Switch}"));
    }

    [Fact]
    public void nobody_asks_for_what_there_is_not_yet() =>
        Assert.Equal("0", Ask("SELECT count(*) FROM refusals WHERE reason IN ('NoPool', 'NoRootNetwork')"));

    [Fact]
    public void each_vote_is_on_record_with_what_it_gives_to_whom() =>
        Assert.Equal("0", Ask("SELECT count(*) FROM (SELECT id FROM decisions LEFT JOIN root_votes USING (id) WHERE kind = 'RootWeightsSet' GROUP BY id HAVING abs(sum(share) - 1) > 1e-9 OR sum(share) IS NULL)"));

    [Fact]
    public void pools_open_with_what_the_owners_had_locked() =>
        Assert.Equal("32", Ask($"SELECT count(*) FROM pools WHERE block = {Switch} AND tao_reserve_rao BETWEEN 3999e9 AND 4001e9"));

    [Fact]
    public void the_log_alone_gives_the_last_state() => run.Dtao("replay", "runs/over", "--from-log");

    private string Ask(string sql) => run.Dtao("query", "runs/over", sql, "--csv").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];

    /// <summary>It is run once for all that is asked of it.</summary>
    public sealed class Run : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Run() => Dtao(
            "run", "policy-transition", "--name", "over", "-q", "-s", "run.duration=14 hours", "-s", "protocol.switches=[{ at = 10 hours, rules = launch-2025 }]",
            "-s", "strategies.root-judge.vote-every=2 hours", "-s", "record.sample=1 hours", "-s", "record.topics=[trades, decisions, epochs, ledger]");

        public void Dispose() => folder.Dispose();

        public string Dtao(params string[] arguments)
        {
            var (code, told, err) = Processes.Dtao.Run(folder, [], arguments);
            Assert.True(code == 0, err);
            return told;
        }
    }
}
