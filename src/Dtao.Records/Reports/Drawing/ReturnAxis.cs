using System.Globalization;

namespace Dtao.Records.Reports.Drawing;

/// <summary>Returns as fractions, equal factors of wealth equally far apart, so that halving and doubling weigh the same. A total loss lies at the left end.</summary>
internal sealed record ReturnAxis(double From, double To) : Axis(From, To)
{
    private static readonly double[] Known = [-0.99, -0.9, -0.75, -0.5, -0.25, -0.1, 0, 0.1, 0.25, 0.5, 1, 2, 4, 9, 19, 49, 99, 999, 9_999, 99_999];

    /// <summary>Never less than from a loss of a tenth to a gain of a tenth, and never below a loss of 99 %.</summary>
    public static ReturnAxis Around(IEnumerable<double> returns)
    {
        var (low, high) = (-0.1, 0.1);
        foreach (var one in returns.Where(double.IsFinite)) (low, high) = (Math.Min(low, one), Math.Max(high, one));
        return new ReturnAxis(Math.Max(low, Known[0]), high * 1.02);
    }

    public override double ShareOf(double value) => Math.Clamp(Math.Log((1 + Math.Max(value, From)) / (1 + From)) / Math.Log((1 + To) / (1 + From)), 0, 1);

    /// <summary>Those that keep apart from each other; 0 always stands.</summary>
    public override IReadOnlyList<Tick> Ticks(int most)
    {
        List<double> kept = [0];
        foreach (var value in Known.Where(value => value >= From && value <= To).OrderByDescending(value => Math.Abs(Math.Log(1 + value))))
            if (kept.TrueForAll(other => Math.Abs(ShareOf(other) - ShareOf(value)) >= 1.0 / most))
                kept.Add(value);
        return [.. kept.Order().Select(value => new Tick(value, value == 0 ? "0 %" : (value * 100).ToString("+#,0;-#,0", CultureInfo.InvariantCulture) + " %"))];
    }
}
