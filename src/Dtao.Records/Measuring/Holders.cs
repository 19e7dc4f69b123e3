using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>How unequally alpha is held at the end, medians over subnets; and how unequal agents are.</summary>
internal static class Holders
{
    public static IEnumerable<RunFigure> All { get; } =
    [
        new("holders-top-10-share", MeasureUnit.Percent, "share of a subnet's alpha that its ten largest holders have at the end, median over subnets", "Bain (1956), Barriers to New Competition", e => Median(e, held => TopShare.Of(held, 10))),
        new("holders-gini", MeasureUnit.Number, "Gini of what a subnet's holders have at the end, median over subnets", "Gini (1912), Variabilità e mutabilità", e => Median(e, Gini.Of)),
        new("wealth-gini", MeasureUnit.Number, "Gini of the agents' liquidation value at the end", "Gini (1912), Variabilità e mutabilità", e => e.Chain is { } chain && chain.EndWealth() is { Count: > 0 } wealth ? Gini.Of(wealth) : double.NaN),
    ];

    private static double Median(Evidence evidence, Func<double[], double> statistic) => evidence.Chain is { } chain ? Band.Of(chain.HoldingsBySubnet().Select(statistic)).Median : double.NaN;
}
