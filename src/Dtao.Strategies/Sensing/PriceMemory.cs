using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Sensing;

/// <summary>What an agent is used to: for each subnet the average of the log prices it has seen, fading with age. It may look at any time.</summary>
/// <remarks>An exponential average over irregular looks; with a look-back near zero it is the price of the last look.</remarks>
public sealed class PriceMemory
{
    private readonly BySubnet<double> usual = new(double.NaN);
    private long last;

    /// <summary>
    /// How far each price stands from the usual one, as ln(price ÷ usual price), in the order of the quotes; 0 for a price seen for the first time.
    /// Today's prices then become part of what is usual.
    /// </summary>
    /// <param name="lookBack">Blocks after which a price counts for 1/e; above 0.</param>
    public double[] Changes(Sight sight, double lookBack)
    {
        var changes = new double[sight.Quotes.Length];
        Changes(sight, lookBack, changes);
        return changes;
    }

    /// <inheritdoc cref="Changes(Sight, double)"/>
    /// <param name="changes">Where they go; 0 before.</param>
    public void Changes(Sight sight, double lookBack, Span<double> changes)
    {
        var quotes = sight.Quotes.AsSpan();
        if (quotes.IsEmpty) return;
        var logPrices = sight.Figures.LogPrices;
        var fresh = 1 - Reproducible.Exp(-(sight.Now.Height - last) / lookBack);
        last = sight.Now.Height;
        for (var i = 0; i < quotes.Length; i++)
        {
            if (double.IsNaN(logPrices[i])) continue;
            ref var used = ref usual[quotes[i].Netuid];
            if (double.IsNaN(used)) used = logPrices[i];
            changes[i] = logPrices[i] - used;
            used += fresh * changes[i];
        }
    }
}
