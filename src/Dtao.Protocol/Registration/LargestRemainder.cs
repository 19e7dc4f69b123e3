namespace Dtao.Protocol.Registration;

/// <summary>Shares a whole number out by weights: each gets its part rounded down, and what is left goes one by one to those who lost most by it, the earlier first.</summary>
/// <remarks>Hamilton's method; subtensor 14bc6f9f9 <c>staking/remove_stake.rs: destroy_alpha_in_out_stakes</c>.</remarks>
public static class LargestRemainder
{
    /// <returns>Parts that sum to <paramref name="whole"/>, or to 0 where all weights are 0.</returns>
    public static ulong[] Split(ulong whole, ReadOnlySpan<ulong> weights)
    {
        var sum = UInt128.Zero;
        foreach (var weight in weights) sum += weight;
        var parts = new ulong[weights.Length];
        if (sum == 0) return parts;
        var (left, remainders) = (whole, new (UInt128 Lost, int Place)[parts.Length]);
        for (var i = 0; i < parts.Length; i++)
        {
            var (quotient, remainder) = UInt128.DivRem((UInt128)whole * weights[i], sum);
            left -= parts[i] = (ulong)quotient;
            remainders[i] = (remainder, i);
        }
        Array.Sort(remainders, (a, b) => a.Lost != b.Lost ? b.Lost.CompareTo(a.Lost) : a.Place.CompareTo(b.Place));
        for (var i = 0; left > 0; i++, left--) parts[remainders[i].Place]++;
        return parts;
    }
}
