using Dtao.Strategies.Numerics;

namespace Dtao.Sweeps.Designs;

/// <summary>
/// Points that fill the unit cube more evenly than chance: among the first 2ᵏ, every interval of length 2⁻ᵏ holds one point of each coordinate.
/// Scrambled, they keep that and are uniform besides, so that means of them are unbiased and several scramblings tell their error.
/// </summary>
/// <remarks>
/// Sobol (1967); direction numbers: Joe and Kuo, <i>Constructing Sobol sequences with better two-dimensional projections</i>, SIAM J. Sci. Comput. 30 (2008);
/// scrambling: Owen, <i>Randomly permuted (t,m,s)-nets</i> (1995), each bit flipped by a hash of the bits above it.
/// </remarks>
public static class SobolSequence
{
    /// <summary>Factors that direction numbers are known for.</summary>
    public static int MostFactors => DirectionNumbers.Dimensions;

    private const int Bits = DirectionNumbers.Bits;

    private const double Unit = 1.0 / (1UL << Bits);

    private static readonly ulong Purpose = Strategies.Numerics.Purpose.Named("sobol scrambling");

    /// <summary>The first points, as they are.</summary>
    /// <returns>A row a point, a column a factor, each from 0 to below 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MostFactors"/>, or 2³² points or more.</exception>
    public static double[][] Plain(int points, int factors) => Points(points, factors, (_, word) => word);

    /// <summary>The first points, scrambled; every seed is another scrambling.</summary>
    /// <inheritdoc cref="Plain"/>
    public static double[][] Scrambled(int points, int factors, ulong seed)
    {
        var keys = Enumerable.Range(0, factors).Select(factor => StableHash.Combine(StableHash.Combine(seed, Purpose), (ulong)factor)).ToArray();
        return Points(points, factors, (factor, word) => Scramble(word, keys[factor]));
    }

    private static double[][] Points(int points, int factors, Func<int, uint, uint> scramble)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factors, MostFactors);
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        var (directions, words) = (DirectionNumbers.First(factors), new uint[factors]);
        var rows = new double[points][];
        for (var row = 0; row < points; row++)
        {
            rows[row] = [.. words.Select((word, factor) => scramble(factor, word) * Unit)];
            var changed = int.TrailingZeroCount(row + 1);
            for (var factor = 0; factor < factors; factor++) words[factor] ^= directions[factor][changed];
        }
        return rows;
    }

    /// <summary>Nested uniform scrambling: whether a bit is flipped depends on the bits above it and on nothing else.</summary>
    private static uint Scramble(uint word, ulong key)
    {
        var scrambled = word;
        for (var bit = 0; bit < Bits; bit++)
        {
            var above = bit == 0 ? 0 : word >> (Bits - bit);
            var node = (1UL << bit) | above; // one number for each place in the tree of prefixes
            scrambled ^= (uint)(StableHash.Combine(key, node) >> 63) << (Bits - 1 - bit);
        }
        return scrambled;
    }
}
