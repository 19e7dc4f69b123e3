using MathNet.Numerics.Distributions;

namespace Dtao.Strategies.Tests.Numerics;

/// <summary>Goodness of fit, refusing at one in a thousand; seeds are fixed, so a test that passes goes on passing.</summary>
internal static class Goodness
{
    private const double Refusal = 0.001;

    /// <summary>Kolmogorov and Smirnov's test; the critical distance is the asymptotic one.</summary>
    public static void ShouldFollow(this IEnumerable<double> draws, Func<double, double> cumulative)
    {
        var sorted = draws.Order().ToArray();
        var distance = sorted.Select((x, i) => Math.Max(cumulative(x) - (double)i / sorted.Length, (i + 1.0) / sorted.Length - cumulative(x))).Max();
        distance.ShouldBeLessThan(Math.Sqrt(-0.5 * Math.Log(Refusal / 2) / sorted.Length));
    }

    /// <summary>Pearson's test of counts against the chance of each value; values expected fewer than ten times are pooled.</summary>
    public static void ShouldFollow(this IEnumerable<long> draws, Func<int, double> probability)
    {
        var counts = draws.GroupBy(x => x).ToDictionary(g => g.Key, g => (double)g.Count());
        var total = counts.Values.Sum();
        var usual = Enumerable.Range(0, (int)counts.Keys.Max() + 1).Where(k => total * probability(k) >= 10).ToArray();
        var cells = usual.Select(k => (Seen: counts.GetValueOrDefault(k), Expected: total * probability(k))).ToList();
        cells.Add((total - cells.Sum(c => c.Seen), Math.Max(total - cells.Sum(c => c.Expected), 0)));
        var tested = cells.Where(c => c.Expected >= 1).ToArray();
        if (tested.Length < 2) return;
        var statistic = tested.Sum(c => (c.Seen - c.Expected) * (c.Seen - c.Expected) / c.Expected);
        statistic.ShouldBeLessThan(ChiSquared.InvCDF(tested.Length - 1, 1 - Refusal));
    }
}
