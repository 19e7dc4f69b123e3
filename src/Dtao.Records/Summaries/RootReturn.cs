using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Summaries;

/// <summary>What a TAO staked on root became, from what the ledger paid to all of root's stake: dividends stay staked, and a validator takes its share of them first.</summary>
/// <param name="Gross">As a fraction, before any validator's take: what validators with their own stake get.</param>
/// <param name="Net">After the chain's default take; NaN of a run that does not say how much that is.</param>
public sealed record RootReturn(double Gross, double Net)
{
    /// <summary>What is known of what a nominator got.</summary>
    public double OfNominator => double.IsNaN(Net) ? Gross : Net;

    /// <summary>From the first sample to the last. Dividends count against the stake at the sample before them.</summary>
    internal static RootReturn Of(SqliteConnection run)
    {
        var take = run.Ask("SELECT CAST(value AS REAL) FROM meta WHERE key = 'delegate_take'", row => row.GetDouble(0)).FirstOrDefault(double.NaN);
        var samples = run.Ask("SELECT block, root_staked_rao FROM blocks ORDER BY block", row => (Block: row.GetInt64(0), Staked: (double)row.GetInt64(1)));
        var paid = run.Rows("SELECT block, root_dividends_tao_rao FROM epochs WHERE root_dividends_tao_rao > 0 ORDER BY block").Select(row => (Block: row.Whole(0), Rao: (double)row.Whole(1))).ToList();
        var (gross, net, next) = (1.0, 1.0, 0);
        for (var i = 1; i < samples.Count; i++)
        {
            var sum = 0.0;
            for (; next < paid.Count && paid[next].Block <= samples[i].Block; next++) sum += paid[next].Rao;
            if (samples[i - 1].Staked <= 0) continue;
            gross *= 1 + sum / samples[i - 1].Staked;
            net *= 1 + sum * (1 - take) / samples[i - 1].Staked;
        }
        return new RootReturn(gross - 1, net - 1);
    }
}
