using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Settling;

/// <summary>Tells prices when they have moved: what stands still costs the record nothing, and what is on record is never further off than a step.</summary>
/// <param name="step">As a fraction of the price last told; 0 tells every change.</param>
internal sealed class PriceTape(double step)
{
    private readonly Dictionary<int, double> told = [];

    /// <summary>The prices to tell now; one that was never told is among them.</summary>
    public ImmutableArray<PriceTick> Changed(IEnumerable<(NetUid Netuid, double Price)> prices)
    {
        var changed = ImmutableArray.CreateBuilder<PriceTick>();
        foreach (var (netuid, price) in prices)
        {
            if (told.TryGetValue(netuid.Value, out var last) && Math.Abs(price - last) <= step * last) continue;
            told[netuid.Value] = price;
            changed.Add(new PriceTick(netuid, price));
        }
        return changed.DrainToImmutable();
    }
}
