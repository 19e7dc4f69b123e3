using Dtao.Protocol.Units;
using Dtao.Records.Statistics;

namespace Dtao.Records.Validation.Measures;

/// <summary>What prices alone do not tell: root's power and yield, who holds what, the halving.</summary>
internal static class ChainMeasures
{
    private const double BlockEmission = 1;

    /// <summary>TAO in existence at which the block emission halves.</summary>
    private const double HalvingAt = 10_500_000;

    private const double DaysPerYear = 365;

    /// <summary>A week, so that every subnet has had its epochs.</summary>
    private const long YieldOver = 7 * Block.PerDay;

    public static Measurement NotInPrices { get; } = Measurement.Unknown("not in the price files");

    public static IEnumerable<Measure> All { get; } =
    [
        .. new[] { 4, 11.6, 85, 365 }.Select(day => Measure.Named(
            $"root-proportion-day-{day}", MeasureUnit.Percent, $"w R over w R and alpha in existence on day {day}, median over subnets",
            e => OnDay(e, day, (chain, sample) => Band.Of(sample.Pools.Select(pool => Against(chain.TaoWeight * sample.RootStaked, pool.AlphaIssued))).Median))),
        .. new[] { 4, 11.6, 85, 365 }.Select(day => Measure.Named(
            $"root-voting-day-{day}", MeasureUnit.Percent, $"w R over w R and alpha staked on day {day}, median over subnets",
            e => OnDay(e, day, (chain, sample) => Band.Of(sample.Pools.Select(pool => Against(chain.TaoWeight * sample.RootStaked, pool.Staked))).Median))),
        new("staked-in-alpha-day-100", MeasureUnit.Percent, "worth of all staked alpha over TAO in existence on day 100",
            e => OnDay(e, 100, (_, sample) => sample.Pools.Sum(pool => pool.Staked * pool.Price) / sample.Issued)),
        new("root-apy-day-23", MeasureUnit.Percent, "a year's root dividends over root stake, the week around day 23", e => RootYield(e, 23)),
        new("root-apy-day-100", MeasureUnit.Percent, "a year's root dividends over root stake, the week around day 100", e => RootYield(e, 100)),
        new("top-10-holders", MeasureUnit.Percent, "share of a subnet's staked alpha that its ten largest holders have at the end, median over subnets", TopHolders),
        new("emitting-subnets", MeasureUnit.Percent, "share of subnets that TAO is injected into at the end", AtEnd(s => s.Pools.Count(p => p.TaoEmission > 0) / (double)s.Pools.Count)),
        new("capped-subnets", MeasureUnit.Count, "subnets whose alpha injection the cap binds, at the end", AtEnd(s => s.Pools.Count(p => p.CapBinds))),
        new("halving-day", MeasureUnit.Days, "days to 10.5 million TAO at 7,200 a day", e => e.Chain is { } chain ? Measurement.Of((HalvingAt - chain.At(e.Start).Issued) / Block.PerDay) : NotInPrices),
    ];

    private static double Against(double root, double alpha) => root / (root + alpha);

    private static Measurement OnDay(Evidence evidence, double day, Func<RunChain, RunChain.Sample, double> value)
    {
        if (evidence.Chain is not { } chain) return NotInPrices;
        var block = evidence.Start + (long)(day * Block.PerDay);
        return block > evidence.End ? Measurement.Unknown("the run ends before") : Measurement.Of(value(chain, chain.At(block)));
    }

    private static Func<Evidence, Measurement> AtEnd(Func<RunChain.Sample, double> value) =>
        evidence => evidence.Chain is { } chain ? Measurement.Of(value(chain.At(evidence.End))) : NotInPrices;

    private static Measurement RootYield(Evidence evidence, int day)
    {
        if (evidence.Chain is not { } chain) return NotInPrices;
        var middle = evidence.Start + day * Block.PerDay;
        if (middle + YieldOver / 2 > evidence.End) return Measurement.Unknown("the run ends before");
        var paid = chain.RootDividends(middle + -YieldOver / 2, middle + YieldOver / 2);
        return Measurement.Of(paid * DaysPerYear * Block.PerDay / YieldOver / chain.At(middle).RootStaked);
    }

    private static Measurement TopHolders(Evidence evidence) =>
        evidence.Chain is { } chain ? Measurement.Of(Band.Of(chain.HoldingsBySubnet().Select(held => TopShare.Of(held, 10))).Median) : NotInPrices;
}
