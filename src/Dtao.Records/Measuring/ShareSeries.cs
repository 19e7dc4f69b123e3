using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>How unequally emission and prices are shared among subnets. Definitions and sources as in <see cref="Concentration"/>.</summary>
internal static class ShareSeries
{
    public static IEnumerable<RunSeries> All { get; } =
    [
        RunSeries.Asked("emission-top-10", MeasureUnit.Percent, "share of the ten largest in the TAO injected", LargestTen("tao_emission_rao")),
        RunSeries.Asked("emission-hhi", MeasureUnit.Number, "Herfindahl-Hirschman index of the TAO injected, 0 to 1", SquaredShares("tao_emission_rao")),
        RunSeries.Asked("price-top-10", MeasureUnit.Percent, "share of the ten dearest in the sum of prices", LargestTen("price_tao_per_alpha")),
        RunSeries.Asked("price-hhi", MeasureUnit.Number, "Herfindahl-Hirschman index of prices, 0 to 1", SquaredShares("price_tao_per_alpha")),
    ];

    private static string LargestTen(string column) => $"""
        SELECT block, CAST(sum(amount) FILTER (WHERE place <= 10) AS REAL) / sum(amount)
        FROM (SELECT block, {column} AS amount, row_number() OVER (PARTITION BY block ORDER BY {column} DESC) AS place FROM pools) GROUP BY block ORDER BY block
        """;

    private static string SquaredShares(string column) =>
        $"SELECT block, sum(1.0 * {column} * {column}) / (1.0 * sum({column}) * sum({column})) FROM pools GROUP BY block ORDER BY block";
}
