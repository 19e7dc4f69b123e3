using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Measuring.Capture;

/// <summary>Reads a run's samples together with kinds and businesses; what was last told of a subnet holds until something else is.</summary>
internal static class KindSamples
{
    /// <summary>Whether the run says of what kind its subnets are.</summary>
    public static bool Has(SqliteConnection run) => run.Has("kinds") && run.Ask("SELECT count(*) FROM (SELECT 1 FROM kinds LIMIT 1)", row => row.GetInt32(0)) is [1];

    /// <summary>In the order of blocks; none of a run without kinds.</summary>
    public static IReadOnlyList<KindSample> Of(SqliteConnection run)
    {
        if (!Has(run)) return [];
        var kinds = new Told<string>(run.Ask("SELECT block, netuid, kind FROM kinds ORDER BY block", row => (row.GetInt64(0), row.GetInt32(1), row.GetString(2))), "");
        var (revenue, output) = (Posted(run, "revenue_tao_a_day"), Posted(run, "output_tao_a_day"));
        List<KindSample> samples = [];
        List<SampledSubnet> subnets = [];
        var at = long.MinValue;
        foreach (var row in run.Rows("SELECT block, netuid, tao_emission_rao, price_tao_per_alpha FROM pools ORDER BY block, netuid"))
        {
            var (block, netuid) = (row.Whole(0), (int)row.Whole(1));
            if (block != at && subnets.Count > 0)
            {
                samples.Add(new KindSample(at, subnets));
                subnets = [];
            }
            at = block;
            subnets.Add(new SampledSubnet(netuid, kinds.At(block, netuid), row.Whole(2) / Rao.PerCoin, row.Real(3), revenue.At(block, netuid), output.At(block, netuid)));
        }
        if (subnets.Count > 0) samples.Add(new KindSample(at, subnets));
        return samples;
    }

    private static Told<double> Posted(SqliteConnection run, string column) => new(
        run.Ask($"SELECT block, netuid, {column} FROM businesses WHERE {column} IS NOT NULL ORDER BY block", row => (row.GetInt64(0), row.GetInt32(1), row.GetDouble(2))), double.NaN);

    /// <summary>What holds of each subnet while one goes from block to block.</summary>
    private sealed class Told<T>(List<(long Block, int Netuid, T Value)> told, T nothing)
    {
        private readonly Dictionary<int, T> last = [];
        private int next;

        /// <param name="block">Not before the one asked for last.</param>
        public T At(long block, int netuid)
        {
            for (; next < told.Count && told[next].Block <= block; next++) last[told[next].Netuid] = told[next].Value;
            return last.GetValueOrDefault(netuid, nothing);
        }
    }
}
