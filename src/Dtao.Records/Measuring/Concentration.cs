using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>How unequal prices are at the end of the run.</summary>
internal static class Concentration
{
    public static IEnumerable<RunFigure> All { get; } =
    [
        new("price-gini", MeasureUnit.Number, "Gini of the last prices", "Gini (1912), Variabilità e mutabilità", e => Gini.Of(Last(e))),
        new("price-hhi", MeasureUnit.Number, "Herfindahl-Hirschman index of the last prices, 0 to 1", "Hirschman (1945), National Power and the Structure of Foreign Trade", e => Hhi.Of(Last(e))),
        new("price-top-10-share", MeasureUnit.Percent, "share of the ten dearest in the sum of the last prices", "Bain (1956), Barriers to New Competition", e => TopShare.Of(Last(e), 10)),
    ];

    private static IEnumerable<double> Last(Evidence evidence) => evidence.Hourly.Trading(evidence.Hourly.Rows - 1);
}
