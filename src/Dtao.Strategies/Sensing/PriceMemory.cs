using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Sensing;

/// <summary>What an agent is used to: for each subnet the average of the log prices it has seen, fading with age. It may look at any time.</summary>
/// <remarks>An exponential average over irregular looks; with a look-back near zero it is the price of the last look.</remarks>
public sealed class PriceMemory
{
    private double[] usual = [];
    private long last;

    /// <summary>
    /// How far each price stands from the usual one, as ln(price ÷ usual price), in the order of the quotes; 0 for a price seen for the first time.
    /// Today's prices then become part of what is usual.
    /// </summary>
    /// <param name="lookBack">Blocks after which a price counts for 1/e; above 0.</param>
    public double[] Changes(Sight sight, double lookBack)
    {
        var quotes = sight.Quotes;
        var changes = new double[quotes.Length];
        if (quotes.IsEmpty) return changes;
        var fresh = 1 - Reproducible.Exp(-(sight.Now.Height - last) / lookBack);
        last = sight.Now.Height;
        MakeRoom(quotes[^1].Netuid.Value + 1);
        for (var i = 0; i < quotes.Length; i++)
        {
            if (!(quotes[i].Price > 0)) continue;
            var price = Reproducible.Log(quotes[i].Price);
            ref var used = ref usual[quotes[i].Netuid.Value];
            if (double.IsNaN(used)) used = price;
            changes[i] = price - used;
            used += fresh * changes[i];
        }
        return changes;
    }

    private void MakeRoom(int subnets)
    {
        var known = usual.Length;
        if (known >= subnets) return;
        Array.Resize(ref usual, subnets);
        usual.AsSpan(known).Fill(double.NaN);
    }
}
