using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Reports;

/// <summary>The whole market at every sampled block, in columns; TAO and alpha.</summary>
internal sealed class MarketSamples
{
    private readonly Dictionary<long, int> rows;

    private MarketSamples(List<Row> samples, IEnumerable<int> netuids)
    {
        Blocks = [.. samples.Select(row => row.Block)];
        RootStaked = [.. samples.Select(row => row.RootStaked)];
        rows = samples.Select((row, i) => (row.Block, i)).ToDictionary(row => row.Block, row => row.i);
        Subnets = netuids.ToDictionary(netuid => netuid, netuid => new SubnetSamples(netuid, Blocks.Length));
    }

    public long[] Blocks { get; }

    /// <summary>TAO on root.</summary>
    public double[] RootStaked { get; }

    public Dictionary<int, SubnetSamples> Subnets { get; }

    public static MarketSamples Read(SqliteConnection run)
    {
        var samples = run.Ask("SELECT block, root_staked_rao FROM blocks ORDER BY block", row => new Row(row.GetInt64(0), row.GetInt64(1) / Rao.PerCoin));
        var market = new MarketSamples(samples, run.Ask("SELECT DISTINCT netuid FROM pools ORDER BY netuid", row => row.GetInt32(0)));
        foreach (var row in run.Rows("SELECT block, netuid, tao_reserve_rao, alpha_reserve_rao, alpha_out_rao, price_tao_per_alpha, tao_emission_rao, staked_alpha_rao FROM pools")) market.Take(row);
        return market;
    }

    /// <summary>Over the subnets that there are at a sample.</summary>
    public IEnumerable<double> At(int sample, Func<SubnetSamples, double> value) => Subnets.Values.Where(subnet => subnet.Exists(sample)).Select(value);

    private void Take(NumberRow row)
    {
        if (!rows.TryGetValue(row.Whole(0), out var at)) return;
        var subnet = Subnets[(int)row.Whole(1)];
        subnet.TaoReserve[at] = row.Whole(2) / Rao.PerCoin;
        subnet.AlphaReserve[at] = row.Whole(3) / Rao.PerCoin;
        subnet.AlphaOut[at] = row.Whole(4) / Rao.PerCoin;
        subnet.Price[at] = row.Real(5);
        subnet.Emission[at] = row.Whole(6) / Rao.PerCoin;
        subnet.Staked[at] = row.Whole(7) / Rao.PerCoin;
    }

    private sealed record Row(long Block, double RootStaked);
}

/// <summary>One subnet at every sample; NaN where it was not there.</summary>
internal sealed class SubnetSamples(int netuid, int samples)
{
    public int Netuid { get; } = netuid;

    public double[] TaoReserve { get; } = Missing(samples);

    public double[] AlphaReserve { get; } = Missing(samples);

    public double[] AlphaOut { get; } = Missing(samples);

    /// <summary>TAO per alpha.</summary>
    public double[] Price { get; } = Missing(samples);

    /// <summary>TAO injected in the block.</summary>
    public double[] Emission { get; } = Missing(samples);

    /// <summary>Alpha staked on validators.</summary>
    public double[] Staked { get; } = Missing(samples);

    public bool Exists(int sample) => !double.IsNaN(TaoReserve[sample]);

    private static double[] Missing(int samples)
    {
        var values = new double[samples];
        Array.Fill(values, double.NaN);
        return values;
    }
}
