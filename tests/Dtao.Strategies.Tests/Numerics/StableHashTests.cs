using System.Text;
using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Tests.Numerics;

public class StableHashTests
{
    /// <summary>Worked apart, in Python, from the definitions of FNV-1a and SplitMix64.</summary>
    [Theory]
    [InlineData("", 0xF52A15E9A9B5E89BUL)]
    [InlineData("lot", 870584574135983960UL)]
    [InlineData("τ is tao", 18219972437784131296UL)]
    public void Texts_hash_to_the_same_bits_for_ever(string text, ulong expected) => StableHash.Of(text).ShouldBe(expected);

    [Fact]
    public void A_text_hashes_as_its_bytes_do() =>
        StableHash.Of("wealth of τ and 😀").ShouldBe(StableHash.Of(Encoding.UTF8.GetBytes("wealth of τ and 😀").AsSpan()));

    [Fact]
    public void A_million_neighbouring_pairs_do_not_collide()
    {
        var seen = new HashSet<ulong>();
        for (ulong a = 0; a < 1000; a++)
            for (ulong b = 0; b < 1000; b++)
                seen.Add(StableHash.Combine(a, b)).ShouldBeTrue();
    }

    [Fact]
    public void Order_matters_in_a_pair() => StableHash.Combine(1, 2).ShouldNotBe(StableHash.Combine(2, 1));

    [Fact]
    public void One_flipped_input_bit_flips_half_of_the_output_bits()
    {
        for (var bit = 0; bit < 64; bit++)
        {
            var (first, second) = (0.0, 0.0);
            for (ulong i = 0; i < 2000; i++)
            {
                first += ulong.PopCount(StableHash.Combine(i, 5) ^ StableHash.Combine(i ^ (1ul << bit), 5));
                second += ulong.PopCount(StableHash.Combine(5, i) ^ StableHash.Combine(5, i ^ (1ul << bit)));
            }
            (first / 2000).ShouldBe(32, 0.5);
            (second / 2000).ShouldBe(32, 0.5);
        }
    }
}
