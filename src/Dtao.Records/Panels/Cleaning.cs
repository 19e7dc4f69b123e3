using Dtao.Protocol.Units;

namespace Dtao.Records.Panels;

/// <summary>What is left out before anything is measured. The same rules hold for the chain's history and for a run.</summary>
/// <remarks>The record's README, section Cleaning.</remarks>
public static class Cleaning
{
    /// <summary>A new subnet's prices count from where they never again exceed this, TAO per alpha: before, its pool holds a coin or two.</summary>
    private const double DustPrice = 0.45;

    private const int SeasoningDays = 7;

    /// <summary>Drops the dust prices of every subnet that was not there in the first row.</summary>
    public static PricePanel WithoutDust(PricePanel panel) => panel.Select(prices => IsNew(prices) ? AfterLast(prices, price => price > DustPrice) : prices);

    /// <summary>Drops a new subnet's first seven days: it starts near 1 TAO and falls by nine tenths within hours.</summary>
    public static PricePanel Seasoned(PricePanel panel)
    {
        var rows = (int)(SeasoningDays * Block.PerDay / panel.StepBlocks);
        return panel.Select(prices => IsNew(prices) ? Without(prices, Math.Max(0, Array.FindIndex(prices, price => !double.IsNaN(price))) + rows) : prices);
    }

    private static bool IsNew(double[] prices) => prices.Length > 0 && double.IsNaN(prices[0]);

    private static double[] AfterLast(double[] prices, Predicate<double> isDust) => Without(prices, Array.FindLastIndex(prices, isDust) + 1);

    private static double[] Without(double[] prices, int first) => [.. prices.Select((price, row) => row < first ? double.NaN : price)];
}
