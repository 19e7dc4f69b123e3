using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>A hotkey's dividend, shared with the parents whose stake helped to earn it.</summary>
/// <param name="Parents">Rao to each parent, floored.</param>
/// <param name="Child">Rao to the hotkey itself: its take, its own part, and what the floors leave.</param>
/// <remarks>subtensor v2.0.1 <c>coinbase/run_coinbase.rs: get_dividends_distribution</c>.</remarks>
public readonly record struct ParentDividends(ulong[] Parents, ulong Child)
{
    /// <param name="take">What the hotkey keeps of the whole dividend, a fraction.</param>
    /// <param name="own">Its own contribution to its stake weight, rao.</param>
    /// <param name="contributions">Each parent's, rao.</param>
    public static ParentDividends Of(ulong dividend, I96F32 take, ulong own, ReadOnlySpan<I96F32> contributions)
    {
        var whole = I96F32.FromInteger(dividend);
        var (shared, total) = (whole - take * whole, I96F32.FromInteger(own));
        foreach (var contribution in contributions) total += contribution;
        var (parents, child) = (new ulong[contributions.Length], dividend);
        for (var i = 0; i < parents.Length && total != I96F32.Zero; i++)
        {
            parents[i] = (shared * (contributions[i] / total)).Floor();
            child -= parents[i];
        }
        return new(parents, child);
    }
}
