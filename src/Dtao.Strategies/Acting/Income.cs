using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Acting;

/// <summary>
/// Tells what an agent has earned on its holdings since it last looked, and words the sale of a share of it. Where there is no alpha, pay is stake on root, and what
/// takes the place of a sale is to unstake it.
/// </summary>
public sealed class Income
{
    private readonly BySubnet<double> seen = new(double.NaN);

    /// <summary>What selling all that it has earned since the last sale would bring, TAO; 0 at the first look.</summary>
    public double Worth(Sight sight)
    {
        if (!sight.HasPools) return Earned(NetUid.Root, sight.OnRoot);
        var worth = 0.0;
        var holdings = new HoldingsByNetuid(sight.Own);
        while (holdings.Next(out var netuid, out var held))
            if (held.Tokens > 0 && sight.Market.Find(netuid) is { } quote)
                worth += Sight.Liquidation(quote, Earned(netuid, held.Tokens));
        return worth;
    }

    /// <summary>Sells <paramref name="share"/> of what each holding has grown by; the first look only takes stock.</summary>
    /// <param name="share">Fraction, 0 to 1.</param>
    public List<LedgerCommand?> Sell(Sight sight, double share)
    {
        if (!sight.HasPools) return [Unstake(sight, share)];
        var orders = new List<LedgerCommand?>();
        var holdings = new HoldingsByNetuid(sight.Own);
        foreach (var netuid in sight.Market.Netuids)
        {
            ref var before = ref seen[netuid];
            if (!sight.Own.MayHold(netuid))
            {
                before = 0;
                continue;
            }
            var held = holdings.On(netuid).Tokens;
            var sold = Earned(netuid, held) * share;
            before = held - sold;
            if (sold > 0 && sight.Market.Find(netuid) is { } quote) orders.Add(sight.Sell(quote, sold / held));
        }
        return orders;
    }

    private LedgerCommand? Unstake(Sight sight, double share)
    {
        var taken = Earned(NetUid.Root, sight.OnRoot) * share;
        seen[NetUid.Root] = sight.OnRoot - taken;
        return sight.UnstakeFromRoot(taken);
    }

    /// <summary>What was bought was not earned.</summary>
    public void Bought(NetUid netuid, double alpha) => seen[netuid] += alpha;

    private double Earned(NetUid netuid, double held) => seen[netuid] is var before && double.IsNaN(before) ? 0 : Math.Max(0, held - before);
}
