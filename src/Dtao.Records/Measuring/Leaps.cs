using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>How often prices leap, counted as the record counts: a change within a day, and the next one counts five days later.</summary>
internal static class Leaps
{
    private const int Day = 24, Apart = 5 * Day;

    private const double HoursPerYear = 365 * Day;

    private const string Source = "record.md, targets 27 to 29";

    public static IEnumerable<RunFigure> All { get; } =
    [
        new("pump-rate", MeasureUnit.Number, "rises of 100 % in a day, from the second day on, a subnet and year", Source, e => Rate(e, Pumps)),
        new("crash-rate", MeasureUnit.Number, "falls of 50 % in a day, from the second day on, a subnet and year", Source, e => Rate(e, prices => Surges.Down(0.5, Day, Apart, prices))),
    ];

    public static RunFigure GivenBack { get; } = new(
        "given-back-1d", MeasureUnit.Percent, "price a day after the local peak of a pump against that peak, median", Source,
        e => Band.Of(RunFigure.Settled(e).Columns.SelectMany(prices => Pumps(prices).Select(pump => GiveBack.At(pump, 3 * Day, Day, prices)))).Median);

    private static IReadOnlyList<int> Pumps(double[] prices) => Surges.Up(1, Day, Apart, prices);

    private static double Rate(Evidence evidence, Func<double[], IReadOnlyList<int>> find)
    {
        var courses = RunFigure.Courses(evidence).ToArray();
        var years = courses.Sum(prices => prices.Count(price => !double.IsNaN(price))) / HoursPerYear;
        return courses.Sum(prices => find(prices).Count) / years;
    }
}
