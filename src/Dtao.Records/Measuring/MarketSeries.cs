using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>The market as a whole: prices, subnets, where the TAO is.</summary>
internal static class MarketSeries
{
    public static IEnumerable<RunSeries> All { get; } =
    [
        RunSeries.Asked("price-sum", MeasureUnit.Number, "sum of all prices, TAO per alpha", "SELECT block, price_sum_tao_per_alpha FROM blocks ORDER BY block"),
        RunSeries.Asked("subnets", MeasureUnit.Count, "subnets that there are", "SELECT block, count(*) FROM pools GROUP BY block ORDER BY block"),
        RunSeries.Asked("emitting-subnets", MeasureUnit.Count, "subnets that TAO is injected into", "SELECT block, sum(tao_emission_rao > 0) FROM pools GROUP BY block ORDER BY block"),
        RunSeries.Asked("capped-subnets", MeasureUnit.Count, "subnets whose alpha injection the cap binds", "SELECT block, sum(cap_binds) FROM pools GROUP BY block ORDER BY block"),
        RunSeries.Asked("tao-in-pools", MeasureUnit.Tao, "TAO in all pools", "SELECT block, sum(tao_reserve_rao) / 1e9 FROM pools GROUP BY block ORDER BY block"),
        RunSeries.Asked("free-tao", MeasureUnit.Tao, "TAO that nobody has staked", "SELECT block, free_rao / 1e9 FROM blocks ORDER BY block"),
        RunSeries.Asked("root-tao-share", MeasureUnit.Percent, "share of the TAO in existence that is staked on root", "SELECT block, CAST(root_staked_rao AS REAL) / issued_rao FROM blocks ORDER BY block"),
        RunSeries.Asked(
            "root-proportion", MeasureUnit.Percent, "w R over w R and alpha in existence, mean over subnets",
            """
            SELECT block, avg(w * root_staked_rao / (w * root_staked_rao + alpha_reserve_rao + alpha_out_rao))
            FROM blocks JOIN pools USING (block), (SELECT CAST(value AS REAL) AS w FROM meta WHERE key = 'tao_weight') GROUP BY block ORDER BY block
            """),
    ];
}
