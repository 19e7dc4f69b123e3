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
    private readonly Stock seen = new();

    /// <summary>Root stake at the last sale, where that is what is sold.</summary>
    private double seenOnRoot = double.NaN;

    /// <summary>What selling all that it has earned since the last sale would bring, TAO; 0 at the first look.</summary>
    public double Worth(Sight sight)
    {
        if (!sight.HasPools) return Earned(seenOnRoot, sight.OnRoot);
        var worth = 0.0;
        var holdings = new HoldingsByNetuid(sight.Own);
        while (holdings.Next(out var netuid, out var held))
            if (held.Tokens > 0 && sight.Market.Find(netuid) is { } quote)
                worth += Sight.Liquidation(quote, Earned(seen[netuid], held.Tokens));
        return worth;
    }

    /// <summary>Sells <paramref name="share"/> of what each holding has grown by; the first look only takes stock.</summary>
    /// <param name="share">Fraction, 0 to 1.</param>
    public List<LedgerCommand?> Sell(Sight sight, double share)
    {
        if (!sight.HasPools) return [Unstake(sight, share)];
        var orders = new List<LedgerCommand?>();
        var holdings = new HoldingsByNetuid(sight.Own);
        while (holdings.Next(out var netuid, out var holding))
        {
            if (sight.Market.Find(netuid) is not { } quote) continue;
            var held = holding.Tokens;
            var sold = Earned(seen[netuid], held) * share;
            seen.Note(netuid, held - sold);
            if (sold > 0) orders.Add(sight.Sell(quote, sold / held));
        }
        seen.Close(sight.Market.Netuids);
        return orders;
    }

    private LedgerCommand? Unstake(Sight sight, double share)
    {
        var taken = Earned(seenOnRoot, sight.OnRoot) * share;
        seenOnRoot = sight.OnRoot - taken;
        return sight.UnstakeFromRoot(taken);
    }

    /// <summary>What was bought was not earned.</summary>
    public void Bought(NetUid netuid, double alpha)
    {
        if (netuid.IsRoot) seenOnRoot += alpha;
        else seen.Add(netuid, alpha);
    }

    private static double Earned(double before, double held) => double.IsNaN(before) ? 0 : Math.Max(0, held - before);
}
