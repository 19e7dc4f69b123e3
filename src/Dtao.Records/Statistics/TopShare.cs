namespace Dtao.Records.Statistics;

/// <summary>The share of the sum that the largest few have: the concentration ratio CRₖ.</summary>
/// <remarks>J. S. Bain, <i>Barriers to New Competition</i> (1956).</remarks>
public static class TopShare
{
    /// <param name="count">How many of the largest; all where there are fewer.</param>
    /// <inheritdoc cref="Gini.Of"/>
    public static double Of(IEnumerable<double> amounts, int count)
    {
        var descending = Amounts.Checked(amounts);
        Array.Sort(descending);
        Array.Reverse(descending);
        var (sum, top) = (0.0, 0.0);
        for (var i = 0; i < descending.Length; i++)
        {
            sum += descending[i];
            if (i < count) top += descending[i];
        }
        return sum == 0 ? 0 : top / sum;
    }
}
