using System.Collections.Immutable;
using Dtao.Records.Reading;
using Dtao.Records.Summaries;
using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;

namespace Dtao.Sweeps.Comparing;

/// <summary>What runs are compared by: the takeover's rise and fall, the market, root, and every strategy's median return.</summary>
/// <param name="Values">By name; NaN where it cannot be told.</param>
public sealed record KeyMeasures(ulong Seed, ImmutableArray<KeyMeasure> Measures, IReadOnlyDictionary<string, double> Values)
{
    private static readonly ImmutableArray<Measure> Chosen =
    [
        .. new[]
        {
            "pump-multiple", "pump-hours", "peak-rank", "peak-price-share", "peak-emission-share", "pump-net-buying", "announced-12min", "announced-2.7h", "announced-24h", "worst-24h", "rebound", "foundation-weight",
            "price-sum-last", "price-sum-daily-sd", "daily-sd-later", "drawdown-30d", "pumps-a-year", "crashes-a-year", "emitting-subnets", "capped-subnets", "top-10-holders", "root-apy-day-23",
        }.Select(MeasureCatalogue.Find).OfType<Measure>(),
    ];

    /// <exception cref="InvalidDataException">The run lacks what is measured.</exception>
    public static KeyMeasures Of(RunReader run)
    {
        using var evidence = Evidence.Of(run);
        var returns = StrategyReturns.Of(run);
        (KeyMeasure Measure, double Value)[] all =
        [
            .. Chosen.Select(measure => (new KeyMeasure(measure.Name, measure.Unit, measure.Meaning), Known(measure.Of(evidence)))),
            (new KeyMeasure("return root", MeasureUnit.Percent, "what a TAO staked on root returned"), returns.Root.OfNominator),
            .. returns.Strategies.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row => (new KeyMeasure("return " + row.Name, MeasureUnit.Percent, $"median return of strategy {row.Name}"), row.Median)),
        ];
        return new KeyMeasures(run.Manifest()!.Identity.Seed, [.. all.Select(pair => pair.Measure)], all.ToDictionary(pair => pair.Measure.Name, pair => pair.Value, StringComparer.Ordinal));
    }

    /// <summary>What did not happen is no figure here.</summary>
    private static double Known(Measurement found) => found.Finding == Finding.Measured ? found.Value : double.NaN;
}

/// <param name="Meaning">In a line.</param>
public sealed record KeyMeasure(string Name, MeasureUnit Unit, string Meaning);
