using Dtao.Protocol.Units;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>What was traded: counted from the first block on, so that a value at any time is that of all the time before.</summary>
internal static class TradingSeries
{
    public static IEnumerable<RunSeries> All { get; } =
    [
        RunSeries.Asked("trades", MeasureUnit.Count, "swaps since genesis, but for root", SoFar("trades")),
        RunSeries.Asked("refusals", MeasureUnit.Count, "orders refused since genesis", SoFar("refusals")),
        RunSeries.Asked("bought-tao", MeasureUnit.Tao, "TAO that bought alpha since genesis, fees included", SoFar("bought_tao_rao / 1e9")),
        RunSeries.Asked("sold-tao", MeasureUnit.Tao, "TAO that alpha was sold for since genesis, fees off", SoFar("sold_tao_rao / 1e9")),
        RunSeries.Asked(
            "turnover-1d", MeasureUnit.Tao, "TAO bought with and sold for in the day before",
            FormattableString.Invariant($"SELECT block, sum((bought_tao_rao + sold_tao_rao) / 1e9) OVER (ORDER BY block RANGE BETWEEN {Block.PerDay - 1} PRECEDING AND CURRENT ROW) FROM blocks ORDER BY block")),
    ];

    private static string SoFar(string column) => $"SELECT block, sum({column}) OVER (ORDER BY block) FROM blocks ORDER BY block";
}
