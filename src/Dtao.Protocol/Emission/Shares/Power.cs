namespace Dtao.Protocol.Emission.Shares;

/// <summary>
/// Powers of real numbers with the same bits on every machine. Whole powers are products, and the rest a product of square roots, x^½·x^¼·…, one for each bit of
/// the exponent's fraction: IEEE 754 fixes the last bit of products and square roots, and of nothing further.
/// </summary>
internal static class Power
{
    /// <param name="x">At least 0.</param>
    /// <param name="exponent">Above 0.</param>
    public static double Of(double x, double exponent)
    {
        var whole = Math.Floor(exponent);
        var power = 1.0;
        for (var left = whole; left > 0; left--) power *= x;
        for (var (fraction, root) = (exponent - whole, x); fraction > 0;)
        {
            (fraction, root) = (2 * fraction, Math.Sqrt(root));
            if (fraction < 1) continue;
            fraction--;
            power *= root;
        }
        return power;
    }

    /// <summary>The same of each, scaled by the largest first so that nothing overflows or vanishes; only the ratios matter.</summary>
    public static void OfEach(Span<double> values, double exponent)
    {
        var largest = 0.0;
        foreach (var value in values) largest = Math.Max(largest, value);
        if (exponent == 1 || largest == 0) return;
        foreach (ref var value in values) value = Of(value / largest, exponent);
    }
}
