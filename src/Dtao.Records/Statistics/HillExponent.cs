namespace Dtao.Records.Statistics;

/// <summary>
/// Exponent of the power law that the largest absolute returns follow: k ÷ Σ ln(x₍ᵢ₎ ÷ x₍ₖ₊₁₎), x descending. Small is heavy-tailed; a normal
/// distribution's grows without end.
/// </summary>
/// <remarks>B. M. Hill (1975), <i>A Simple General Approach to Inference About the Tail of a Distribution</i>, Annals of Statistics 3, 1163.</remarks>
public static class HillExponent
{
    /// <param name="tail">Share of the returns that counts as the tail; k is that share of them, rounded down.</param>
    /// <returns>NaN where fewer than two returns lie in the tail, or all in it are equal.</returns>
    public static double Of(IEnumerable<double> returns, double tail = 0.05)
    {
        var descending = LogReturns.Known(returns).Select(Math.Abs).Where(size => size > 0).OrderDescending().ToArray();
        var k = (int)(descending.Length * tail);
        if (k < 2) return double.NaN;
        var logs = descending.Take(k).Sum(size => Math.Log(size / descending[k]));
        return logs > 0 ? k / logs : double.NaN;
    }
}
