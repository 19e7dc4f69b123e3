using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Acting;

/// <summary>Tells what an agent has earned on its holdings since it last looked, and words the sale of a share of it.</summary>
public sealed class Income
{
    private readonly Dictionary<int, double> seen = [];

    /// <summary>What selling all that it has earned since the last sale would bring, TAO; 0 at the first look.</summary>
    public double Worth(Sight sight)
    {
        var worth = 0.0;
        foreach (var quote in sight.Quotes) worth += Sight.Liquidation(quote, Earned(quote.Netuid, sight.AlphaOn(quote.Netuid)));
        return worth;
    }

    /// <summary>Sells <paramref name="share"/> of what each holding has grown by; the first look only takes stock.</summary>
    /// <param name="share">Fraction, 0 to 1.</param>
    public IReadOnlyList<LedgerCommand?> Sell(Sight sight, double share)
    {
        var orders = new List<LedgerCommand?>();
        foreach (var quote in sight.Quotes)
        {
            var held = sight.AlphaOn(quote.Netuid);
            var sold = Earned(quote.Netuid, held) * share;
            seen[quote.Netuid.Value] = held - sold;
            if (sold > 0) orders.Add(sight.Sell(quote, sold / held));
        }
        return orders;
    }

    private double Earned(NetUid netuid, double held) => seen.TryGetValue(netuid.Value, out var before) ? Math.Max(0, held - before) : 0;
}
