using Dtao.Records.Summaries;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Tests.Summaries;

/// <summary>A record written by hand: ten thousand rao on root, of which 1 % is paid twice.</summary>
public sealed class Returns_by_strategy : IDisposable
{
    private readonly SqliteConnection run = new("Data Source=:memory:");

    public Returns_by_strategy()
    {
        run.Open();
        Do("CREATE TABLE meta (key, value)", "CREATE TABLE blocks (block, root_staked_rao)", "CREATE TABLE epochs (block, root_dividends_tao_rao)",
            "CREATE TABLE agents (account, cohort, strategy, start_liquidation_rao, end_liquidation_rao)",
            "INSERT INTO blocks VALUES (0, 10000), (300, 10100), (600, 10200)", "INSERT INTO epochs VALUES (100, 40), (300, 60), (301, 101)",
            "INSERT INTO agents VALUES (1, 'calm', 'hold', 100, 110), (2, 'calm', 'hold', 100, 90), (3, 'rich', 'hold', 100, 150), (4, 'rich', 'noise', 100, 50), (5, 'rich', 'noise', 0, 50)");
    }

    [Fact]
    public void are_held_against_root_s_own_dividends_compounded() => Assert.Equal(1.01 * (1 + 101.0 / 10100) - 1, StrategyReturns.Of(run).Root.Gross, 12);

    [Fact]
    public void leave_a_nominator_what_its_validator_does_not_take()
    {
        Do("INSERT INTO meta VALUES ('delegate_take', '0.18')");
        Assert.Equal((1 + 0.01 * 0.82) * (1 + 0.01 * 0.82) - 1, StrategyReturns.Of(run).Root.OfNominator, 12);
    }

    [Fact]
    public void tell_the_spread_and_leave_out_who_began_with_nothing()
    {
        var (hold, noise) = (StrategyReturns.Of(run).Strategies[0], StrategyReturns.Of(run).Strategies[1]);
        Assert.Equal(("hold", 3, -0.1, 0.1, 0.5), (hold.Name, hold.Agents, Math.Round(hold.Worst, 9), Math.Round(hold.Median, 9), Math.Round(hold.Best, 9)));
        Assert.Equal(("noise", 1, -0.5), (noise.Name, noise.Agents, noise.Median));
    }

    [Fact]
    public void are_told_by_cohort_as_well()
    {
        var (calm, rich) = (StrategyReturns.Of(run).Cohorts[0], StrategyReturns.Of(run).Cohorts[1]);
        Assert.Equal(("calm", 2, 0.0), (calm.Name, calm.Agents, Math.Round(calm.Median, 9)));
        Assert.Equal(("rich", 2, -0.5, 0.5), (rich.Name, rich.Agents, rich.Worst, rich.Best));
    }

    // 100 grow to 150; 300 more came in and 40 went out: (150 + 40) of (100 + 300).
    [Fact]
    public void count_what_crossed_the_border_as_put_in_and_got_out()
    {
        Do("CREATE TABLE transfers (account, side, tao_rao)", "INSERT INTO transfers VALUES (3, 'deposit', 100), (3, 'deposit', 200), (3, 'withdraw', 40), (9, 'deposit', 1)");
        Assert.Equal((-0.525, 0.1), (Math.Round(StrategyReturns.Of(run).Strategies[0].Worst, 9), Math.Round(StrategyReturns.Of(run).Strategies[0].Best, 9)));
    }

    public void Dispose() => run.Dispose();

    private void Do(params string[] commands)
    {
        foreach (var sql in commands)
        {
            using var command = new SqliteCommand(sql, run);
            command.ExecuteNonQuery();
        }
    }
}
