using Dtao.Protocol.Units;

namespace Dtao.Protocol.Registration;

/// <summary>The later price of a neuron's place: each registration raises it, and it falls by the same factor in every block.</summary>
/// <param name="Factor">What a block leaves of it, over 2³².</param>
/// <remarks>subtensor v3.3.14 <c>subnets/registration.rs: bump_registration_price, decay_registration_price</c>.</remarks>
public readonly record struct BurnDecay(ulong Factor)
{
    private const int FractionBits = 32;
    private const ulong One = 1UL << FractionBits, Half = One >> 1;

    /// <summary>The largest factor whose power over <paramref name="blocks"/> blocks, each product cut to 2⁻³², is at most one half.</summary>
    /// <param name="blocks">Above 0.</param>
    public static BurnDecay WithHalfLife(long blocks)
    {
        var (low, high) = (0UL, One);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (PowerOf(middle, blocks) <= Half) low = middle;
            else high = middle - 1;
        }
        return new(low);
    }

    public Tao After(Tao burn, long blocks = 1)
    {
        var left = burn.Rao;
        for (var i = 0L; i < blocks; i++) left = (ulong)((UInt128)left * Factor >> FractionBits);
        return new Tao(left);
    }

    public static Tao Bumped(Tao burn, double multiplier) => new((ulong)(burn.Rao * multiplier));

    /// <summary>Square and multiply, from the low bit.</summary>
    private static ulong PowerOf(ulong factor, long exponent)
    {
        var power = One;
        for (var (square, left) = (factor, exponent); left > 0; left >>= 1)
        {
            if ((left & 1) == 1) power = (ulong)((UInt128)power * square >> FractionBits);
            square = (ulong)((UInt128)square * square >> FractionBits);
        }
        return power;
    }
}
