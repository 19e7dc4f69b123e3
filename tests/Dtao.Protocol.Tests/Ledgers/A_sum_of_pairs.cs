using Dtao.Protocol.Ledgers;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Ledgers;

/// <summary>What a row of words leaves in the chain of hashes.</summary>
public sealed class A_sum_of_pairs
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void is_that_of_the_products_of_its_words_each_with_the_key_of_its_place() => Check.One(Often, Prop.ForAll(Rows, row =>
    {
        var sum = UInt128.Zero;
        for (var place = 1; place <= row.Length; place++)
            unchecked
            {
                var spread = (ulong)place * 0x9E3779B97F4A7C15;
                var key = (spread ^ spread >> 32) * 0x9FB21C651E98DF25;
                sum += (UInt128)(row[place - 1].One + key) * (row[place - 1].Other + (key ^ key >> 29 ^ 0xC2B2AE3D27D4EB4F));
            }
        Assert.Equal(((ulong)(sum & ulong.MaxValue), (ulong)(sum >> 64)), Of(row));
    }));

    [Fact]
    public void is_another_for_one_bit_more_or_less() => Check.One(Often, Prop.ForAll(Rows, ArbMap.Default.ArbFor<(NonNegativeInt Place, NonNegativeInt Bit)>(), (row, at) =>
    {
        if (row.Length == 0) return;
        var other = row.ToArray();
        ref var pair = ref other[at.Place.Get % row.Length];
        var bit = 1UL << at.Bit.Get;
        pair = at.Bit.Get % 2 == 0 ? (pair.One ^ bit, pair.Other) : (pair.One, pair.Other ^ bit);
        Assert.NotEqual(Of(row), Of(other));
    }));

    /// <summary>As two holders of the same two pools do who exchange shares: all that is held together stays the same.</summary>
    [Fact]
    public void is_another_when_changes_cancel_out_elsewhere()
    {
        for (var first = 0; first < 300; first++)
            foreach (var apart in (int[])[1, 2, 7, 40])
                for (var between = apart + 1; between < apart + 4; between++)
                {
                    var row = new (ulong One, ulong Other)[first + between + apart + 1];
                    Array.Fill(row, (1ul << 32 | 7, 5_000_000_000ul));
                    var before = Of(row);
                    foreach (var (place, more) in (ReadOnlySpan<(int, bool)>)[(first, true), (first + apart, false), (first + between, false), (first + between + apart, true)])
                        row[place].Other = more ? row[place].Other + 1000 : row[place].Other - 1000;
                    Assert.NotEqual(before, Of(row));
                }
    }

    [Fact]
    public void is_another_in_another_order() => Check.One(Often, Prop.ForAll(Rows, row =>
    {
        var turned = row.Reverse().ToArray();
        if (!row.SequenceEqual(turned)) Assert.NotEqual(Of(row), Of(turned));
    }));

    [Fact]
    public void is_another_for_one_pair_of_noughts_more() => Check.One(Often, Prop.ForAll(Rows, row => Assert.NotEqual(Of(row), Of([.. row, (0, 0)]))));

    /// <summary>Of words small and large.</summary>
    private static Arbitrary<(ulong One, ulong Other)[]> Rows { get; } =
        ArbMap.Default.ArbFor<(ulong, byte, ulong, byte)[]>().Convert(
            made => Array.ConvertAll(made, one => (one.Item1 << one.Item2, one.Item3 << one.Item4)),
            row => Array.ConvertAll(row, pair => (pair.Item1, (byte)0, pair.Item2, (byte)0)));

    private static (ulong Lower, ulong Upper) Of((ulong One, ulong Other)[] row)
    {
        var sum = new PairSum();
        foreach (var (one, other) in row) sum.Add(one, other);
        return sum.Words;
    }
}
