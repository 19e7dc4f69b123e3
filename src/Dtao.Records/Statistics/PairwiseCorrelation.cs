using MathNet.Numerics.Statistics;

namespace Dtao.Records.Statistics;

/// <summary>Pearson's correlation of every pair of series, over the steps that both know.</summary>
public static class PairwiseCorrelation
{
    /// <param name="least">Pairs with fewer common steps are left out.</param>
    public static IEnumerable<double> Of(IReadOnlyList<double[]> series, int least)
    {
        for (var i = 0; i < series.Count; i++)
            for (var j = 0; j < i; j++)
                if (Between(series[i], series[j], least) is var correlation && !double.IsNaN(correlation))
                    yield return correlation;
    }

    private static double Between(double[] one, double[] other, int least)
    {
        var (x, y) = (new List<double>(one.Length), new List<double>(one.Length));
        for (var i = 0; i < one.Length; i++)
        {
            if (double.IsNaN(one[i]) || double.IsNaN(other[i])) continue;
            x.Add(one[i]);
            y.Add(other[i]);
        }
        return x.Count < least ? double.NaN : Correlation.Pearson(x, y);
    }
}
