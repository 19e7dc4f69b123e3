using System.Collections.Immutable;
using Dtao.Agents.Conversation;
using Dtao.Records.Events;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Settling;

/// <summary>Tells prices when they have moved: what stands still costs the record nothing, and what is on record is never further off than a step.</summary>
/// <param name="step">As a fraction of the price last told; 0 tells every change.</param>
internal sealed class PriceTape(double step)
{
    private readonly BySubnet<double> told = new(double.NaN);
    private readonly ImmutableArray<PriceTick>.Builder changed = ImmutableArray.CreateBuilder<PriceTick>();

    /// <summary>The prices to tell now; one that was never told is among them.</summary>
    public ImmutableArray<PriceTick> Changed(IReadOnlyList<SubnetPrice> prices)
    {
        changed.Clear();
        foreach (var (netuid, price) in prices.AsSpan())
        {
            ref var last = ref told[netuid];
            if (Math.Abs(price - last) <= step * last) continue;
            last = price;
            changed.Add(new PriceTick(netuid, price));
        }
        return changed.ToImmutable();
    }
}
