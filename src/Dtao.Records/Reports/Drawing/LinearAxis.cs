using System.Globalization;

namespace Dtao.Records.Reports.Drawing;

/// <summary>Equal steps of 1, 2 or 5 times a power of ten.</summary>
/// <param name="Format">Of a tick's label.</param>
/// <param name="Factor">What values are multiplied by to be labelled: 100 for percent.</param>
internal sealed record LinearAxis(double From, double To, string Format = "#,0.######", double Factor = 1) : Axis(From, To)
{
    /// <summary>From the lowest value to the highest and a little on, to whole steps; values that are no number do not count.</summary>
    public static LinearAxis Around(IEnumerable<double> values, string format = "#,0.######", double factor = 1)
    {
        var (low, high) = Ends(values);
        var step = Steps.Nice((high - low) / 10);
        return new LinearAxis(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, format, factor);
    }

    public override IReadOnlyList<Tick> Ticks(int most)
    {
        var step = Steps.Nice((To - From) / most);
        return [.. Steps.Between(From, To, step).Select(value => new Tick(value, (value * Factor).ToString(Format, CultureInfo.InvariantCulture)))];
    }

    private static (double Low, double High) Ends(IEnumerable<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return low > high ? (0, 1) : low == high ? (Math.Min(0, low), Math.Max(0, high) + (low == 0 ? 1 : 0)) : (low, high);
    }
}
