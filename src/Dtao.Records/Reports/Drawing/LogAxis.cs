using System.Globalization;

namespace Dtao.Records.Reports.Drawing;

/// <summary>Equal factors. A value of 0 or less has no place.</summary>
internal sealed record LogAxis(double From, double To) : Axis(From, To)
{
    private const string Format = "#,0.##########";

    private static readonly double[][] Divisions = [[1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];

    /// <summary>From the lowest value above 0 to the highest, and a twentieth of the way beyond both; at least a factor of two.</summary>
    public static LogAxis Around(IEnumerable<double> values)
    {
        var (low, high) = (double.PositiveInfinity, 0.0);
        foreach (var value in values.Where(value => value > 0 && double.IsFinite(value))) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (high == 0) return new LogAxis(0.1, 10);
        var room = Math.Max(Math.Pow(high / low, 0.05), Math.Sqrt(Math.Max(1, 2 / (high / low))));
        return new LogAxis(low / room, high * room);
    }

    /// <summary>Room for words at the top, as a share of the axis.</summary>
    public LogAxis WithHeadroom(double share) => this with { To = To * Math.Pow(To / From, share) };

    public override double ShareOf(double value) => value > 0 ? Math.Log(value / From) / Math.Log(To / From) : double.NaN;

    /// <summary>The finest division of the decades that is not too fine; beyond that, every second decade or fewer.</summary>
    public override IReadOnlyList<Tick> Ticks(int most)
    {
        foreach (var division in Divisions)
            if (Within(division, 1) is var ticks && ticks.Length <= most)
                return ticks;
        return Within([1], (int)Math.Ceiling(Math.Log10(To / From) / most));
    }

    private Tick[] Within(double[] division, int everyDecade)
    {
        var first = (int)Math.Floor(Math.Log10(From));
        var last = (int)Math.Ceiling(Math.Log10(To));
        return
        [
            .. from decade in Enumerable.Range(first, last - first + 1)
               where decade % everyDecade == 0
               from part in division
               let value = part * Math.Pow(10, decade)
               where value >= From * (1 - 1e-9) && value <= To * (1 + 1e-9)
               select new Tick(value, Math.Round(value, 12).ToString(Format, CultureInfo.InvariantCulture)),
        ];
    }
}
