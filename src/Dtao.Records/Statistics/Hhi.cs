namespace Dtao.Records.Statistics;

/// <summary>The Herfindahl–Hirschman index: the sum of squared shares. 1 ÷ n when n are equal, 1 when one has everything; ×10,000 as competition law counts it.</summary>
/// <remarks>A. O. Hirschman, <i>National Power and the Structure of Foreign Trade</i> (1945); O. C. Herfindahl, thesis, Columbia (1950).</remarks>
public static class Hhi
{
    /// <inheritdoc cref="Gini.Of"/>
    public static double Of(IEnumerable<double> amounts)
    {
        var all = Amounts.Checked(amounts);
        var (sum, squares) = (0.0, 0.0);
        foreach (var amount in all)
        {
            sum += amount;
            squares += amount * amount;
        }
        return sum == 0 ? 0 : squares / (sum * sum);
    }
}
