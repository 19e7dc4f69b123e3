using System.Runtime.CompilerServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>
/// 128 bits over a row of words, two at a time: a sum of products with keys that follow from the place, so that no pair waits for the one before, as the words of a chain do.
/// Once the row is whole, its sum goes into the chain.
/// </summary>
/// <remarks>
/// NH of Black, Halevi, Krawczyk, Krovetz and Rogaway (1999), UMAC, CRYPTO '99. It asks for keys that have nothing to do with each other: were they evenly spaced, two holders who exchange
/// shares would leave the sum as it was. Since they are no secret, it guards against change, not against malice.
/// </remarks>
internal struct PairSum
{
    private ulong lower, upper, place;

    public readonly (ulong Lower, ulong Upper) Words => (lower, upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong one, ulong other)
    {
        unchecked
        {
            place += 0x9E3779B97F4A7C15;
            var key = (place ^ place >> 32) * 0x9FB21C651E98DF25;
            var (a, b) = (one + key, other + (key ^ key >> 29 ^ 0xC2B2AE3D27D4EB4F));
            var low = LongProduct.Lower(a, b);
            lower += low;
            upper += LongProduct.Upper(a, b) + (lower < low ? 1ul : 0);
        }
    }
}
