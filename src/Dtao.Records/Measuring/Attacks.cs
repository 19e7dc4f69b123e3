using Dtao.Records.Measuring.Capture;
using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>What it takes to buy emission and what that returns, by pencil on the pools of the last sample; medians over subnets.</summary>
internal static class Attacks
{
    /// <summary>The share of emission that is to be had.</summary>
    private const double Share = 0.1;

    /// <summary>What is bought with, of the TAO in the pool.</summary>
    private const double Size = 0.1;

    private const double Day = Protocol.Units.Block.PerDay;

    /// <summary>How long it is held, and the half-life of the moving price and of the mean flow. Source: docs.taostats.io/docs/tao-flow.</summary>
    private const double Month = 30 * Day;

    /// <summary>Alpha that a subnet pays in a block, of which its owner has 18 %, and most alpha that is injected. Source: record.md 1.5 and 1.2.</summary>
    private const double AlphaPerBlock = 1, OwnersPart = 0.18, CapPerBlock = 1;

    private const string Source = "constant product, Adams et al. (2020), Uniswap v2 Core, section 2; nobody else trades";

    public static IEnumerable<RunFigure> All { get; } =
    [
        new("attack-cost-by-price", MeasureUnit.Tao, "TAO that lifts a subnet's price until a tenth of emission goes to it, where emission goes by price", Source,
            e => Of(e, byFlow: false, (pool, _) => AttackCost.ByPrice(pool, Share))),
        new("attack-cost-by-flow", MeasureUnit.Tao, "TAO whose purchase lifts a subnet's mean flow until a tenth of emission goes to it, where emission goes by flow", Source,
            e => Of(e, byFlow: true, (pool, _) => AttackCost.ByFlow(pool, Share, Month))),
        new("attack-return-by-price", MeasureUnit.Percent, "what its owner gains by a pump of a tenth of the pool's TAO held for 30 days, where emission goes by price", Source,
            e => Of(e, byFlow: false, (pool, tao) => AttackReturn.Of(pool, Size * pool.Tao, Terms(tao, byFlow: false)).Whole)),
        new("attack-return-by-flow", MeasureUnit.Percent, "the same, where emission goes by flow", Source,
            e => Of(e, byFlow: true, (pool, tao) => AttackReturn.Of(pool, Size * pool.Tao, Terms(tao, byFlow: true)).Whole)),
    ];

    private static AttackTerms Terms(double taoPerBlock, bool byFlow) => new(Month, taoPerBlock, AlphaPerBlock, OwnersPart, CapPerBlock, Month, byFlow);

    /// <summary>Of each pool and of the TAO that the chain gives all of them in a block.</summary>
    private static double Of(Evidence evidence, bool byFlow, Func<AttackedPool, double, double> value)
    {
        if (evidence.Chain is not { } chain) return double.NaN;
        var pools = chain.At(evidence.End).Pools.Where(pool => pool.AlphaReserve > 0).ToArray();
        var weights = pools.Select(pool => byFlow ? Math.Max(0, pool.UserFlow) : pool.MovingPrice).ToArray();
        var (all, emission) = (weights.Sum(), pools.Sum(pool => pool.TaoEmission));
        return all > 0 && emission > 0
            ? Band.Of(pools.Select((pool, i) => value(new AttackedPool(pool.TaoReserve, pool.AlphaReserve, weights[i], all - weights[i]), emission))).Median
            : double.NaN;
    }
}
