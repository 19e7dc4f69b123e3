using System.Runtime.Intrinsics;
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
        var runs = new NetuidRuns(quotes);
        while (runs.Next(out var run)) Compare(usual.Along(quotes[run]), logPrices[run], fresh, changes[run]);
    }

    private static void Compare(Span<double> usual, ReadOnlySpan<double> logPrices, double fresh, Span<double> changes)
    {
        var fours = DoubleLanes.Fours(usual, out var rest);
        var differences = DoubleLanes.Fours(changes, out _);
        for (var i = 0; i < fours.Length; i++)
        {
            var (log, known) = (DoubleLanes.Four(logPrices, i), fours[i]);
            var used = Vector256.ConditionalSelect(Vector256.Equals(known, known), known, log);
            var isPriced = Vector256.Equals(log, log);
            var change = log - used;
            differences[i] = Vector256.ConditionalSelect(isPriced, change, differences[i]);
            fours[i] = Vector256.ConditionalSelect(isPriced, used + Vector256.Create(fresh) * change, known);
        }
        for (var i = usual.Length - rest.Length; i < usual.Length; i++)
        {
            if (double.IsNaN(logPrices[i])) continue;
            if (double.IsNaN(usual[i])) usual[i] = logPrices[i];
            changes[i] = logPrices[i] - usual[i];
            usual[i] += fresh * changes[i];
        }
    }
}
