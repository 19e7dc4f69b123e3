namespace Dtao.Records.Statistics;

internal static class Amounts
{
    /// <summary>A copy.</summary>
    public static double[] Checked(IEnumerable<double> amounts)
    {
        var all = amounts.ToArray();
        foreach (var amount in all)
            if (!(amount >= 0 && double.IsFinite(amount)))
                throw new ArgumentOutOfRangeException(nameof(amounts), amount, "An amount is finite and not negative.");
        return all;
    }
}
