using System.Collections.Immutable;
using System.Text.Json;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Folders;
using Dtao.Records.Stories;

namespace Dtao.Records.Summaries;

/// <summary>What came of a run, ready for JSON; <see cref="SummaryText"/> says the same in words.</summary>
/// <param name="Days">Simulated.</param>
/// <param name="FromDay">When the prices were taken that later ones are compared with.</param>
/// <param name="Prices">Every subnet, the largest gain first.</param>
/// <param name="Cohorts">The best median first, as <see cref="StrategyReturns"/> has them.</param>
/// <param name="Strategies">The same by strategy.</param>
/// <param name="BrokenLaw">What stopped the run; null when every law of the economy held.</param>
/// <param name="Story">Null where no subnet was taken over.</param>
public sealed record RunSummary(
    string Name, long Blocks, double Days, double FromDay, double PriceSumFirst, double PriceSumLast, ImmutableArray<PriceMove> Prices, EmissionConcentration Emission,
    RunCounts Counts, ImmutableArray<GroupReturn> Cohorts, ImmutableArray<GroupReturn> Strategies, string StateHashHead, string? BrokenLaw, Story? Story)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n" };

    public static RunSummary Of(
        RunManifest manifest, MarketView first, MarketView last, ImmutableArray<GroupReturn> cohorts, ImmutableArray<GroupReturn> strategies, string? brokenLaw = null, Story? story = null) => new(
        manifest.Identity.Name,
        manifest.Progress.Counts.Blocks,
        manifest.Progress.Counts.Blocks / (double)Block.PerDay,
        Math.Max(0, first.Block - manifest.Progress.FirstBlock) / (double)Block.PerDay,
        PriceSum(first),
        PriceSum(last),
        PriceMove.Between(first, last),
        EmissionConcentration.Of(last),
        manifest.Progress.Counts,
        cohorts,
        strategies,
        manifest.Progress.HashHead,
        brokenLaw,
        story);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static double PriceSum(MarketView market)
    {
        var sum = 0.0;
        foreach (var quote in market.Quotes) sum += quote.Price;
        return sum;
    }
}
