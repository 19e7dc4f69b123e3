using System.Collections.Immutable;
using Dtao.Records.Events;
using MathNet.Numerics.Statistics;

namespace Dtao.Records.Summaries;

/// <summary>What a group of agents made of its wealth: the return in liquidation value, as a fraction of the first.</summary>
/// <param name="Agents">Those who started with something.</param>
/// <remarks>Quartiles as MathNet has them: type 8 of Hyndman and Fan (1996), The American Statistician 50, 361.</remarks>
public sealed record GroupReturn(string Name, int Agents, double Median, double LowerQuartile, double UpperQuartile, double Worst, double Best)
{
    /// <summary>One row a group, the best median first; equals by name. Who started with nothing has no return and is left out.</summary>
    public static ImmutableArray<GroupReturn> By(
        Func<RunAgent, string> group, IEnumerable<RunAgent> agents, IEnumerable<AgentWealth> start, IEnumerable<AgentWealth> end)
    {
        var before = start.ToDictionary(wealth => wealth.Account, wealth => wealth.Liquidation);
        var after = end.ToDictionary(wealth => wealth.Account, wealth => wealth.Liquidation);
        return
        [
            .. agents.Where(agent => before.TryGetValue(agent.Account, out var had) && !had.IsZero && after.ContainsKey(agent.Account))
                .GroupBy(group, agent => after[agent.Account].Rao / (double)before[agent.Account].Rao - 1)
                .Select(Of)
                .OrderByDescending(row => row.Median).ThenBy(row => row.Name, StringComparer.Ordinal),
        ];
    }

    private static GroupReturn Of(IGrouping<string, double> returns)
    {
        var ascending = returns.Order().ToArray();
        return new GroupReturn(
            returns.Key, ascending.Length, SortedArrayStatistics.Median(ascending),
            SortedArrayStatistics.LowerQuartile(ascending), SortedArrayStatistics.UpperQuartile(ascending), ascending[0], ascending[^1]);
    }
}
