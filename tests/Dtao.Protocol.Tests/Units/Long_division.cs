using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Units;

/// <summary>The quotient is that of the general 128-bit division, digit by digit.</summary>
public sealed class Long_division
{
    private static readonly ulong[] Edges =
    [
        1, 2, 3, 5, uint.MaxValue - 1, uint.MaxValue, 1UL << 32, (1UL << 32) + 1, (1UL << 63) - 1, 1UL << 63, (1UL << 63) + 1,
        0xFFFF_FFFF_0000_0000, 0xFFFF_FFFF_0000_0001, 0x8000_0000_FFFF_FFFF, ulong.MaxValue - 1, ulong.MaxValue, 21_000_000_000_000_000, 1_000_000_000,
    ];

    [Fact]
    public void agrees_on_all_edges()
    {
        foreach (var divisor in Edges)
            foreach (var high in Edges.Prepend(0UL))
                foreach (var low in Edges.Prepend(0UL))
                    Agrees(new UInt128(high, low), divisor);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(40)]
    public void agrees_on_numbers_of_all_lengths(int shift)
    {
        var state = 0x9E3779B97F4A7C15UL + (ulong)shift;
        for (var i = 0; i < 20_000; i++) Agrees(new UInt128(Next(ref state) >> (i % 64), Next(ref state)), Math.Max(1, Next(ref state) >> ((i + shift) % 64)));
    }

    [Fact]
    public void agrees_on_longer_divisors()
    {
        foreach (var upper in Edges)
            foreach (var lower in Edges.Prepend(0UL))
                foreach (var high in Edges.Prepend(0UL))
                    foreach (var low in Edges.Prepend(0UL))
                        Agrees(new UInt128(high, low), new UInt128(upper, lower));
    }

    [Fact]
    public void by_zero_is_refused() => Assert.Throws<DivideByZeroException>(() => LongDivision.Divide(UInt128.One, UInt128.Zero));

    [Fact]
    public void is_the_same_by_the_processor_and_by_the_schoolbook()
    {
        foreach (var divisor in Edges)
            foreach (var upper in Edges.Prepend(0UL).Where(upper => upper < divisor))
                foreach (var lower in Edges.Prepend(0UL))
                    Assert.Equal(LongDivision.Lower(upper, lower, divisor), LongDivision.Schoolbook(upper, lower, divisor));
    }

    private static void Agrees(UInt128 dividend, UInt128 divisor) => Assert.Equal(dividend / divisor, LongDivision.Divide(dividend, divisor));

    /// <summary>A linear congruential generator (Knuth): the numbers only have to be many and the same each time.</summary>
    private static ulong Next(ref ulong state) => state = unchecked(state * 6364136223846793005 + 1442695040888963407);
}
