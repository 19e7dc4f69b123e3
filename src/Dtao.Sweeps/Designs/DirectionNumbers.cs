using System.Collections.Immutable;

namespace Dtao.Sweeps.Designs;

/// <summary>What a Sobol sequence grows from: a primitive polynomial over GF(2) and first direction numbers for each dimension but the first.</summary>
/// <remarks>Joe and Kuo (2008), table <c>new-joe-kuo-6</c>: degree, inner coefficients, m₁ … m of the degree.</remarks>
internal static class DirectionNumbers
{
    public const int Bits = 32;

    private static readonly ImmutableArray<ImmutableArray<uint>> Table =
    [
        [1, 0, 1], [2, 1, 1, 3], [3, 1, 1, 3, 1], [3, 2, 1, 1, 1], [4, 1, 1, 1, 3, 3], [4, 4, 1, 3, 5, 13],
        [5, 2, 1, 1, 5, 5, 17], [5, 4, 1, 1, 5, 5, 5], [5, 7, 1, 1, 7, 11, 19], [5, 11, 1, 1, 5, 1, 1], [5, 13, 1, 1, 1, 3, 11], [5, 14, 1, 3, 5, 5, 31],
        [6, 1, 1, 3, 3, 9, 7, 49], [6, 13, 1, 1, 1, 15, 21, 21], [6, 16, 1, 3, 1, 13, 27, 49], [6, 19, 1, 1, 1, 15, 7, 5], [6, 22, 1, 3, 1, 15, 13, 25],
        [6, 25, 1, 1, 5, 5, 19, 61], [7, 1, 1, 3, 7, 11, 23, 15, 103], [7, 4, 1, 3, 7, 13, 13, 15, 69], [7, 7, 1, 1, 3, 13, 7, 35, 63],
        [7, 8, 1, 3, 5, 9, 1, 25, 53], [7, 14, 1, 3, 1, 13, 9, 35, 107], [7, 19, 1, 3, 1, 5, 27, 61, 31], [7, 21, 1, 1, 5, 11, 19, 41, 61],
        [7, 28, 1, 3, 5, 3, 3, 13, 69], [7, 31, 1, 1, 7, 13, 1, 19, 1], [7, 32, 1, 3, 7, 5, 13, 19, 59], [7, 37, 1, 1, 3, 9, 25, 29, 41],
        [7, 41, 1, 3, 5, 13, 23, 1, 55], [7, 42, 1, 3, 7, 3, 13, 59, 17], [7, 50, 1, 3, 1, 3, 5, 53, 69], [7, 55, 1, 1, 5, 5, 23, 33, 13],
        [7, 56, 1, 1, 7, 7, 1, 61, 123], [7, 59, 1, 1, 7, 9, 13, 61, 49], [7, 62, 1, 3, 3, 5, 3, 55, 33], [8, 14, 1, 3, 1, 15, 31, 13, 49, 245],
        [8, 21, 1, 3, 5, 15, 31, 59, 63, 97], [8, 22, 1, 3, 1, 11, 11, 11, 77, 249],
    ];

    /// <summary>How many there are, the first (van der Corput's) included.</summary>
    public static int Dimensions => Table.Length + 1;

    /// <summary>By dimension: the number for each bit, from the one that changes most often.</summary>
    public static uint[][] First(int dimensions) => [.. Enumerable.Range(0, dimensions).Select(dimension => dimension == 0 ? VanDerCorput() : Grown(Table[dimension - 1]))];

    private static uint[] VanDerCorput() => [.. Enumerable.Range(0, Bits).Select(bit => 1u << (Bits - 1 - bit))];

    private static uint[] Grown(ImmutableArray<uint> row)
    {
        var (degree, inner, grown) = ((int)row[0], row[1], new uint[Bits]);
        for (var bit = 0; bit < Bits; bit++)
            grown[bit] = bit < degree ? row[2 + bit] << (Bits - 1 - bit) : Next(grown, bit, degree, inner);
        return grown;
    }

    private static uint Next(uint[] grown, int bit, int degree, uint inner)
    {
        var next = grown[bit - degree] ^ (grown[bit - degree] >> degree);
        for (var k = 1; k < degree; k++)
            if ((inner >> (degree - 1 - k) & 1) == 1)
                next ^= grown[bit - k];
        return next;
    }
}
