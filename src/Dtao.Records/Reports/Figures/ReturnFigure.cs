using Dtao.Records.Reports.Drawing;
using Dtao.Records.Summaries;

namespace Dtao.Records.Reports.Figures;

/// <summary>Returns by strategy with their spread, against holding TAO and against staking it on root.</summary>
internal static class ReturnFigure
{
    private const double RowHeight = 24;

    public static Figure? Of(StrategyReturns returns)
    {
        if (returns.Strategies.IsEmpty) return null;
        var rows = returns.Strategies;
        var root = returns.Root.OfNominator;
        return new Figure(
            "returns",
            "Returns by strategy",
            $"Change of each agent's liquidation value, what its whole position would sell for, from the first block to the last; what it brought in from outside counts as put in, what it paid outside as got out: worst to best, the middle half as a box, the median as a stroke. Halving and doubling are drawn equally wide. Simply staking on root returned {Shown.Signed(root)}{(double.IsNaN(returns.Root.Net) ? " before a validator's take" : " after a validator's take")}, holding TAO nothing.",
            new Chart(
                ReturnAxis.Around(rows.SelectMany(row => new[] { row.Worst, row.Best })),
                new CategoryAxis([.. rows.Select(row => Shown.Name(row.Name))]),
                [
                    .. rows.Select((row, i) => new BoxRow(i, row.Worst, row.LowerQuartile, row.Median, row.UpperQuartile, row.Best, row.Median >= root ? "above" : "below")),
                    new Upright(0, "holding", ToTheLeft: true), new Upright(root, "root"),
                ], Height: rows.Length * RowHeight + 74, RowNames: Math.Clamp(rows.Max(row => row.Name.Length), 6, 18)),
            [],
            Table(returns));
    }

    public static DataTable Table(StrategyReturns returns) => new(
        ["strategy", "agents", "worst", "lower quartile", "median", "upper quartile", "best", "median less root"],
        [
            .. returns.Strategies.Select(row => Row(row, returns.Root)),
            ["simply staking on root", "", "", "", Shown.Signed(returns.Root.OfNominator), "", "", ""],
            ["holding TAO", "", "", "", "0 %", "", "", ""],
        ]);

    private static System.Collections.Immutable.ImmutableArray<string> Row(GroupReturn row, RootReturn root) =>
    [
        row.Name, Shown.Whole(row.Agents), Shown.Signed(row.Worst), Shown.Signed(row.LowerQuartile), Shown.Signed(row.Median), Shown.Signed(row.UpperQuartile), Shown.Signed(row.Best),
        Shown.Signed(row.Median - root.OfNominator),
    ];
}
