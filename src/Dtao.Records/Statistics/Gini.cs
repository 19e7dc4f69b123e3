namespace Dtao.Records.Statistics;

/// <summary>
/// Inequality of amounts: 0 when all are equal, (n − 1) ÷ n when one has everything.
/// Half the mean absolute difference over the mean: (2·Σ i·xᵢ) ÷ (n·Σ xᵢ) − (n + 1) ÷ n, with x ascending and i from 1.
/// </summary>
/// <remarks>C. Gini, <i>Variabilità e mutabilità</i> (1912); the ordered form as in Damgaard and Weiner (2000), Ecology 81, 1139.</remarks>
public static class Gini
{
    /// <returns>0 where there is nothing to divide.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or no number.</exception>
    public static double Of(IEnumerable<double> amounts)
    {
        var ascending = Amounts.Checked(amounts);
        Array.Sort(ascending);
        var (sum, weighted) = (0.0, 0.0);
        for (var i = 0; i < ascending.Length; i++)
        {
            sum += ascending[i];
            weighted += (i + 1) * ascending[i];
        }
        double n = ascending.Length;
        return sum == 0 ? 0 : 2 * weighted / (n * sum) - (n + 1) / n;
    }
}
