using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>The subnet that was taken over, through the whole run; of a run without a takeover there is nothing to tell.</summary>
internal static class TakeoverSeries
{
    public static IEnumerable<RunSeries> All { get; } =
    [
        Taken("taken-price", MeasureUnit.Number, "price of the subnet that is taken over, TAO per alpha", "SELECT block, price_tao_per_alpha FROM pools WHERE netuid = $netuid ORDER BY block"),
        Taken(
            "taken-price-share", MeasureUnit.Percent, "its price over the sum of all prices",
            "SELECT block, price_tao_per_alpha / price_sum_tao_per_alpha FROM pools JOIN blocks USING (block) WHERE netuid = $netuid ORDER BY block"),
        Taken(
            "taken-emission-share", MeasureUnit.Percent, "its share of the TAO injected",
            "SELECT block, CAST(sum(tao_emission_rao) FILTER (WHERE netuid = $netuid) AS REAL) / sum(tao_emission_rao) FROM pools GROUP BY block ORDER BY block"),
        Taken(
            "taken-root-weight", MeasureUnit.Percent, "w R over w R and alpha staked there: root's share of its voting weight",
            """
            SELECT block, w * root_staked_rao / (w * root_staked_rao + staked_alpha_rao)
            FROM pools JOIN blocks USING (block), (SELECT CAST(value AS REAL) AS w FROM meta WHERE key = 'tao_weight') WHERE netuid = $netuid ORDER BY block
            """),
        Taken(
            "foundation-weight", MeasureUnit.Percent, "share of its active stake weight that the foundation says it has, from the first time it says so",
            """
            SELECT block, value, max(postings.rowid) FROM postings JOIN agents USING (account)
            WHERE topic = 'StakeShare' AND role = 'foundation' AND netuid = $netuid GROUP BY block ORDER BY block
            """),
    ];

    private static RunSeries Taken(string name, MeasureUnit unit, string meaning, string sql) =>
        new(name, unit, meaning, run => EpisodeMarks.Of(run) is { } marks ? Course.Of(run, sql, ("$netuid", marks.Netuid)) : Course.None);
}
