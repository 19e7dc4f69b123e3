using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Records.Measuring.Capture;
using Dtao.Records.Reading;
using Dtao.Records.Summaries;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Validation;

/// <summary>What a run knows beyond prices, read from run.db: reserves, root stake, flows, who holds what. The chain's price files know none of it.</summary>
public sealed class RunChain(SqliteConnection run)
{
    /// <summary>Weight of a TAO on root against an alpha.</summary>
    public double TaoWeight { get; } = run.Ask("SELECT CAST(value AS REAL) FROM meta WHERE key = 'tao_weight'", row => row.GetDouble(0)).Single();

    /// <summary>Share of a subnet's active stake weight that sets its consensus; NaN of a run that does not say.</summary>
    public double Kappa { get; } = run.Ask("SELECT CAST(value AS REAL) FROM meta WHERE key = 'kappa'", row => row.GetDouble(0)).FirstOrDefault(double.NaN);

    /// <summary>Share of root's voting weight that the first on root commands, its own included; 0 where nothing is lent to it, or the run does not say.</summary>
    public double LentToFirst { get; } = run.Ask("SELECT CAST(value AS REAL) FROM meta WHERE key = 'lent_to_first'", row => row.GetDouble(0)).FirstOrDefault();

    /// <summary>What is staked on root and on a subnet at every sample; TAO and alpha.</summary>
    public IReadOnlyList<(Block Block, double Root, double Alpha)> StakeOf(int netuid) => run.Ask(
        "SELECT block, root_staked_rao, staked_alpha_rao FROM blocks JOIN pools USING (block) WHERE netuid = $netuid ORDER BY block",
        row => (new Block(row.GetInt64(0)), row.GetInt64(1) / Rao.PerCoin, row.GetInt64(2) / Rao.PerCoin), ("$netuid", netuid));

    /// <summary>The market at the last sample at or before a block; TAO and alpha.</summary>
    public Sample At(Block block) => run.Ask(
        "SELECT block, issued_rao, root_staked_rao FROM blocks WHERE block <= $block ORDER BY block DESC LIMIT 1",
        row => new Sample(PoolsAt(row.GetInt64(0)), row.GetInt64(1) / Rao.PerCoin, row.GetInt64(2) / Rao.PerCoin), ("$block", block.Height)).Single();

    /// <summary>TAO that bought less TAO that was sold for, from one block to another, both included.</summary>
    public double NetBuying(int netuid, Block from, Block to) => run.Ask(
        "SELECT COALESCE(sum(CASE side WHEN 'buy' THEN tao_rao WHEN 'sell' THEN -tao_rao ELSE 0 END), 0) FROM trades WHERE netuid = $netuid AND block BETWEEN $from AND $to",
        row => row.GetInt64(0) / Rao.PerCoin, ("$netuid", netuid), ("$from", from.Height), ("$to", to.Height)).Single();

    /// <summary>TAO paid to root stake, after one block and up to another.</summary>
    public double RootDividends(Block after, Block to) => run.Ask(
        "SELECT COALESCE(sum(root_dividends_tao_rao), 0) FROM epochs WHERE block > $after AND block <= $to",
        row => row.GetInt64(0) / Rao.PerCoin, ("$after", after.Height), ("$to", to.Height)).Single();

    /// <summary>The share of a subnet's active stake weight that the foundation says it has, up to a block; NaN where it says none.</summary>
    public double FoundationWeight(int netuid, Block until) => run.Ask(
        """
        SELECT value FROM postings JOIN agents USING (account)
        WHERE topic = 'StakeShare' AND role = 'foundation' AND netuid = $netuid AND block <= $until ORDER BY block DESC, postings.rowid DESC LIMIT 1
        """,
        row => row.GetDouble(0), ("$netuid", netuid), ("$until", until.Height)).FirstOrDefault(double.NaN);

    /// <summary>What every account held at the end, by subnet; alpha. Root is left out.</summary>
    public IReadOnlyList<double[]> HoldingsBySubnet() =>
    [
        .. run.Ask("SELECT netuid, alpha_rao FROM holdings WHERE netuid > 0", row => (Netuid: row.GetInt32(0), Alpha: row.GetInt64(1) / Rao.PerCoin))
            .GroupBy(held => held.Netuid, held => held.Alpha).Select(subnet => subnet.ToArray()),
    ];

    /// <summary>What every agent was worth at the end, in liquidation value; TAO. Those of whom the run does not say are left out.</summary>
    public IReadOnlyList<double> EndWealth() => run.Ask("SELECT end_liquidation_rao FROM agents WHERE end_liquidation_rao IS NOT NULL", row => row.GetInt64(0) / Rao.PerCoin);

    /// <summary>The market with kinds and businesses at every sample; nothing of a run without kinds.</summary>
    public IReadOnlyList<KindSample> KindSamples() => Measuring.Capture.KindSamples.Of(run);

    /// <summary>What every strategy made of its wealth; nothing of a run that has not ended.</summary>
    public ImmutableArray<GroupReturn> Returns() => StrategyReturns.Of(run).Strategies;

    /// <summary>Flows into every subnet that there is at a sample; TAO, as they count on that block.</summary>
    public IReadOnlyList<MeanFlow> MeanFlows(Block at) => run.Ask(
        """
        WITH users AS (
            SELECT netuid, sum(CASE side WHEN 'buy' THEN tao_rao - fee_rao WHEN 'sell' THEN -tao_rao - fee_rao ELSE 0 END * pow(0.5, ($at - block) / $half)) AS tao
            FROM trades WHERE block <= $at GROUP BY netuid),
        given AS (
            SELECT netuid, sum(tao_emission_rao * held * pow(0.5, ($at - block) / $half)) AS tao
            FROM pools JOIN (SELECT block, lead(block, 1, block) OVER (ORDER BY block) - block AS held FROM blocks) USING (block) WHERE block <= $at GROUP BY netuid),
        sold AS (
            SELECT netuid, sum(root_dividends_tao_rao * pow(0.5, ($at - block) / $half)) AS tao FROM epochs WHERE block <= $at GROUP BY netuid)
        SELECT ifnull(users.tao, 0), ifnull(given.tao, 0) - ifnull(sold.tao, 0)
        FROM pools LEFT JOIN users USING (netuid) LEFT JOIN given USING (netuid) LEFT JOIN sold USING (netuid)
        WHERE block = (SELECT max(block) FROM blocks WHERE block <= $at) AND netuid > 0 ORDER BY netuid
        """,
        row => new MeanFlow(row.GetDouble(0) / Rao.PerCoin, row.GetDouble(1) / Rao.PerCoin), ("$at", at.Height), ("$half", MeanFlow.HalfLifeBlocks));

    private List<SampledPool> PoolsAt(long block) => run.Ask(
        $"""
        SELECT netuid, alpha_reserve_rao, alpha_out_rao, staked_alpha_rao, price_tao_per_alpha, tao_emission_rao, cap_binds, tao_reserve_rao, moving_price_tao_per_alpha,
            {IfThere("chain_buy_rao")}, {IfThere("user_flow_rao")}
        FROM pools WHERE block = $block ORDER BY netuid
        """,
        row => new SampledPool(
            row.GetInt32(0), row.GetInt64(1) / Rao.PerCoin, row.GetInt64(2) / Rao.PerCoin, row.GetInt64(3) / Rao.PerCoin,
            row.GetDouble(4), row.GetInt64(5) / Rao.PerCoin, row.GetBoolean(6))
        {
            TaoReserve = row.GetInt64(7) / Rao.PerCoin,
            MovingPrice = row.GetDouble(8),
            ChainBuy = row.IsDBNull(9) ? 0 : row.GetInt64(9) / Rao.PerCoin,
            UserFlow = Flow(row, 10),
        },
        ("$block", block));

    private static double Flow(SqliteDataReader row, int column) => row.IsDBNull(column) ? double.NaN : row.GetDouble(column) / Rao.PerCoin;

    /// <summary>SQL: a column that records of earlier versions lack.</summary>
    private string IfThere(string column) => run.Has("pools", column) ? column : "NULL";

    /// <param name="Issued">TAO in existence.</param>
    /// <param name="RootStaked">TAO staked on root.</param>
    public sealed record Sample(IReadOnlyList<SampledPool> Pools, double Issued, double RootStaked);

    /// <param name="AlphaOut">Alpha outside the pool.</param>
    /// <param name="Price">TAO per alpha.</param>
    /// <param name="TaoEmission">TAO that the chain gave it in the block.</param>
    public sealed record SampledPool(int Netuid, double AlphaReserve, double AlphaOut, double Staked, double Price, double TaoEmission, bool CapBinds)
    {
        public double TaoReserve { get; init; }

        /// <summary>TAO per alpha.</summary>
        public double MovingPrice { get; init; }

        /// <summary>The part of the emission with which the chain bought the subnet's alpha.</summary>
        public double ChainBuy { get; init; }

        /// <summary>Mean net TAO that users put in, TAO a block; NaN where the run does not say.</summary>
        public double UserFlow { get; init; }

        /// <summary>Alpha in existence.</summary>
        public double AlphaIssued => AlphaReserve + AlphaOut;
    }
}
