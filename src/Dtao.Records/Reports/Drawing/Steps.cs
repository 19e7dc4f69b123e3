namespace Dtao.Records.Reports.Drawing;

/// <summary>Steps that people count in.</summary>
internal static class Steps
{
    private static readonly double[] Decimal = [1, 2, 5, 10];

    /// <summary>The smallest of 1, 2, 5 times a power of ten that is no smaller than what is asked for; above 0.</summary>
    public static double Nice(double least)
    {
        if (!(least > 0)) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return Decimal.First(step => step * power >= least * (1 - 1e-9) || step >= 10) * power;
    }

    /// <summary>Whole multiples of a step from one value to another, both included.</summary>
    public static IEnumerable<double> Between(double from, double to, double step)
    {
        var last = Math.Floor(to / step + 1e-9);
        for (var i = Math.Ceiling(from / step - 1e-9); i <= last; i++) yield return i == 0 ? 0 : i * step; // never -0
    }
}
