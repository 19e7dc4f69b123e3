using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>Vectors that sum to 1, or are 0 throughout.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs</c>.</remarks>
internal static class Shares
{
    private static readonly I32F32 U16Max = I32F32.FromInteger(ushort.MaxValue), LargestToScaleUp = I32F32.FromInteger(32_768);

    public static I32F32 Sum(ReadOnlySpan<I32F32> values) => Lanes.Sum(values);

    /// <remarks><c>inplace_normalize</c>.</remarks>
    public static void Normalise(Span<I32F32> values) => DivideBy(values, Sum(values));

    /// <summary>Divides values ≥ 0 by <paramref name="sum"/>, unless that is 0.</summary>
    /// <remarks><c>inplace_normalize_using_sum</c>.</remarks>
    public static void DivideBy(Span<I32F32> values, I32F32 sum)
    {
        if (sum != I32F32.Zero) new Divisor(sum).DivideAll(values);
    }

    /// <summary>Shares of stake; they are found in 64 fractional bits and then cut to 32, which is the same as 32 at once.</summary>
    /// <remarks><c>inplace_normalize_64, vec_fixed64_to_fixed32</c>.</remarks>
    public static I32F32[] OfStake(I96F32[] stakes, I32F32[] shares)
    {
        var sum = I96F32.Zero;
        foreach (var stake in stakes) sum += stake;
        for (var uid = 0; uid < shares.Length; uid++) shares[uid] = stakes[uid] == I96F32.Zero ? I32F32.Zero : (stakes[uid] / sum).ToI32F32();
        return shares;
    }

    /// <summary>Over 65535 of the largest, rounded; large values are scaled by a truncated factor, so as not to overflow.</summary>
    /// <remarks><c>vec_max_upscale_to_u16</c>.</remarks>
    public static ushort[] UpscaledToU16(ReadOnlySpan<I32F32> values)
    {
        var (largest, upscaled) = (I32F32.Zero, new ushort[values.Length]);
        foreach (var value in values) largest = I32F32.Max(largest, value);
        if (largest == I32F32.Zero) return upscaled;
        for (var i = 0; i < upscaled.Length; i++)
            if (values[i] != I32F32.Zero)
                upscaled[i] = largest > LargestToScaleUp ? Rounded(values[i] * (U16Max / largest)) : Rounded((ulong)values[i].Raw, (ulong)largest.Raw);
        return upscaled;
    }

    /// <summary>The quotient truncated to 2⁻³² and then rounded is the true quotient rounded, ⌊v·65535 ÷ l + ½⌋.</summary>
    /// <param name="value">At most <paramref name="largest"/>.</param>
    /// <param name="largest">At most 32768, so that nothing here reaches 2⁶⁴.</param>
    private static ushort Rounded(ulong value, ulong largest) => (ushort)((value * (2 * ushort.MaxValue) + largest) / (2 * largest));

    private static ushort Rounded(I32F32 value) => (ushort)(value.Raw + I32F32.One.Raw / 2 >> I32F32.FractionBits);
}
