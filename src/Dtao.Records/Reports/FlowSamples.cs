using Dtao.Protocol.Units;
using Dtao.Records.Reading;

namespace Dtao.Records.Reports;

/// <summary>TAO that each strategy put into subnets less what it took out, summed up from the beginning; root's own stake is no flow.</summary>
internal sealed class FlowSamples
{
    private const int Most = 480;

    private FlowSamples(Block first, Block last, int strategies)
    {
        Every = Math.Max(1, (last - first + Most - 1) / Most);
        Blocks = [.. Enumerable.Range(0, (int)((last - first + Every - 1) / Every) + 1).Select(i => Math.Min(first.Height + i * Every, last.Height))];
        (InFocus, InAll) = (Empty(strategies), Empty(strategies));
    }

    /// <summary>Blocks between two samples.</summary>
    public long Every { get; }

    public long[] Blocks { get; }

    /// <summary>By strategy, as <see cref="Names"/>.</summary>
    public double[][] InFocus { get; }

    public double[][] InAll { get; }

    public IReadOnlyList<string> Names { get; private init; } = [];

    /// <summary>One reading of all trades.</summary>
    public static FlowSamples Of(Chronicle run)
    {
        var agents = run.Database.Ask("SELECT account, strategy FROM agents", row => (Account: row.GetInt32(0), Strategy: row.GetString(1)));
        string[] names = [.. agents.Select(agent => agent.Strategy).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var flows = new FlowSamples(run.First, run.Last, names.Length) { Names = names };
        var strategies = agents.ToDictionary(agent => agent.Account, agent => Array.IndexOf(names, agent.Strategy));
        flows.Read(run, strategies);
        foreach (var sums in flows.InFocus.Concat(flows.InAll))
            for (var i = 1; i < sums.Length; i++)
                sums[i] += sums[i - 1];
        return flows;
    }

    private void Read(Chronicle run, Dictionary<int, int> strategies)
    {
        foreach (var row in run.Database.Rows("SELECT block, account, netuid, CASE side WHEN 'buy' THEN tao_rao WHEN 'sell' THEN -tao_rao ELSE 0 END FROM trades"))
            if (row.Whole(2) is > 0 and var netuid && strategies.TryGetValue((int)row.Whole(1), out var strategy))
                Add(run, row.Whole(0), (int)netuid, strategy, row.Whole(3) / Rao.PerCoin);
    }

    private void Add(Chronicle run, long block, int netuid, int strategy, double tao)
    {
        var at = Math.Clamp((block - run.First.Height + Every - 1) / Every, 0, Blocks.Length - 1);
        InAll[strategy][at] += tao;
        if (netuid == run.Focus) InFocus[strategy][at] += tao;
    }

    private double[][] Empty(int strategies) => [.. Enumerable.Range(0, strategies).Select(_ => new double[Blocks.Length])];
}
