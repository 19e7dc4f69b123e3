using Dtao.Records.Statistics;

namespace Dtao.Records.Validation.Measures;

/// <summary>Who would be paid by flow, and what the chain gives beyond what holds prices.</summary>
internal static class FlowMeasures
{
    /// <summary>Alpha of a block; more of it is not injected beside the TAO.</summary>
    private const double AlphaPerBlock = 1;

    public static IEnumerable<Measure> All { get; } =
    [
        new("positive-flow-subnets", MeasureUnit.Percent, "share of subnets into which agents put more TAO than they took out, half-life 30 days, at the end", e => OfFlows(e, MeanFlow.PositiveShare)),
        new("positive-net-flow-subnets", MeasureUnit.Percent, "the same less what the chain put in itself", e => OfFlows(e, MeanFlow.PositiveNetShare)),
        new("emission-top-10", MeasureUnit.Percent, "share of the ten largest in the TAO that the chain gives out, at the end", e => AtEnd(e, sample => TopShare.Of(sample.Pools.Select(pool => pool.TaoEmission), 10))),
        new("chain-buy-share", MeasureUnit.Percent, "TAO with which the chain buys alpha, or which it injects beyond what holds prices, share of all that it gives out, at the end",
            e => AtEnd(e, sample => sample.Pools.Sum(Beyond) / sample.Pools.Sum(pool => pool.TaoEmission))),
        new("chain-buy-subnets", MeasureUnit.Count, "subnets that get such TAO, at the end", e => AtEnd(e, sample => sample.Pools.Count(pool => Beyond(pool) > 0))),
    ];

    /// <summary>Until October 2025 the chain injected such TAO beside too little alpha, from then on it buys with it: either lifts the price.</summary>
    private static double Beyond(RunChain.SampledPool pool) =>
        pool.ChainBuy > 0 ? pool.ChainBuy : pool.CapBinds ? Math.Max(0, pool.TaoEmission - pool.Price * AlphaPerBlock) : 0;

    private static Measurement AtEnd(Evidence evidence, Func<RunChain.Sample, double> value) =>
        evidence.Chain is { } chain ? OfEmission(value(chain.At(evidence.End))) : ChainMeasures.NotInPrices;

    private static Measurement OfEmission(double value) => double.IsNaN(value) ? Measurement.Unknown("nothing is given out") : Measurement.Of(value);

    private static Measurement OfFlows(Evidence evidence, Func<IReadOnlyCollection<MeanFlow>, double> share) =>
        evidence.Chain is not { } chain ? ChainMeasures.NotInPrices
        : chain.MeanFlows(evidence.End) is { Count: > 0 } flows ? Measurement.Of(share(flows)) : Measurement.Unknown("the run has no subnets");
}
