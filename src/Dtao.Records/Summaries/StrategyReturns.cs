using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Summaries;

/// <summary>What every strategy and every cohort made of its wealth, beside two that do nothing: holding TAO, which returns nothing, and staking it on root.</summary>
/// <param name="Strategies">The best median first. Gained on all that was put in: what an agent began with, and what it brought in from outside.</param>
/// <param name="Cohorts">The same by cohort.</param>
public sealed record StrategyReturns(RootReturn Root, ImmutableArray<GroupReturn> Strategies, ImmutableArray<GroupReturn> Cohorts)
{
    /// <summary>Empty of a run that has not ended.</summary>
    public static StrategyReturns Of(RunReader run)
    {
        using var database = run.OpenDatabase();
        return Of(database);
    }

    internal static StrategyReturns Of(SqliteConnection run)
    {
        var agents = run.Ask(
            $"SELECT account, cohort, strategy, {(run.Has("transfers") ? WithTransfers : "start_liquidation_rao, end_liquidation_rao FROM agents")} WHERE end_liquidation_rao IS NOT NULL AND start_liquidation_rao IS NOT NULL ORDER BY account",
            row => (Agent: new RunAgent(new AccountId(row.GetInt32(0)), "", row.GetString(1), "", row.GetString(2)), Start: Worth(row.GetInt32(0), row.GetInt64(3)), End: Worth(row.GetInt32(0), row.GetInt64(4))));
        return new StrategyReturns(RootReturn.Of(run), By(agent => agent.Strategy), By(agent => agent.Cohort));

        ImmutableArray<GroupReturn> By(Func<RunAgent, string> group) => GroupReturn.By(group, agents.Select(row => row.Agent), agents.Select(row => row.Start), agents.Select(row => row.End));
    }

    /// <summary>What came in from outside was put in, and what was paid outside was got out: neither is a gain nor a loss.</summary>
    private const string WithTransfers = """
        start_liquidation_rao + ifnull(deposited, 0), end_liquidation_rao + ifnull(withdrawn, 0) FROM agents LEFT JOIN (
            SELECT account, sum(tao_rao) FILTER (WHERE side = 'deposit') AS deposited, sum(tao_rao) FILTER (WHERE side = 'withdraw') AS withdrawn FROM transfers GROUP BY account) USING (account)
        """;

    private static AgentWealth Worth(int account, long rao) => new(new AccountId(account), new Tao((ulong)rao), Tao.Zero);
}
