using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dtao.Protocol.Consensus;

namespace Dtao.Protocol.Tests.Consensus;

/// <summary>Where the processor has wide registers two rows of a block go through at once; they must come out as one after the other does. Where it has none there is nothing to test.</summary>
public sealed class Two_rows_at_once
{
    private static readonly long[] Numbers = [0, 1, 2, 65_535, 65_536, (1L << 31) + 7, (1L << 32) - 1, 1L << 32, (1L << 40) + 3, long.MaxValue, 12_345, 1L << 20];

    public static TheoryData<string> Operations => [.. Pairwise.Keys];

    private static Dictionary<string, (Func<OneRow, OneRow, OneRow> One, Func<TwoRows, TwoRows, TwoRows> Two)> Pairwise => new()
    {
        ["+"] = ((x, y) => x + y, (x, y) => x + y),
        ["-"] = ((x, y) => x - y, (x, y) => x - y),
        ["&"] = ((x, y) => x & y, (x, y) => x & y),
        ["<<"] = ((x, _) => x << 16, (x, _) => x << 16),
        [">>>"] = ((x, _) => x >>> 32, (x, _) => x >>> 32),
        ["shift"] = (OneRow.ShiftRight, TwoRows.ShiftRight),
        ["product"] = (OneRow.HalfProducts, TwoRows.HalfProducts),
        ["min"] = (OneRow.Min, TwoRows.Min),
        ["max"] = (OneRow.Max, TwoRows.Max),
        ["above"] = (OneRow.GreaterThan, TwoRows.GreaterThan),
        ["select"] = ((x, y) => OneRow.Select(x, y, x + y), (x, y) => TwoRows.Select(x, y, x + y)),
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void are_worked_out_as_one_after_the_other(string operation)
    {
        if (!TwoRows.AreSupported) return;
        var (one, two) = Pairwise[operation];
        for (var i = 0; i < Numbers.Length; i++)
        {
            var (x, y) = (Rows(i), Rows(5 * i + 3));
            Vector256<long>[] each = [one(new OneRow(x[0]), new OneRow(y[0])).Four, one(new OneRow(x[1]), new OneRow(y[1])).Four];
            var both = two(Both(x), Both(y));
            Assert.Equal(each, MemoryMarshal.Cast<TwoRows, Vector256<long>>(new ReadOnlySpan<TwoRows>(in both)).ToArray());
            Assert.Equal((each[0] + each[1], Vector256.Max(each[0], each[1])), (TwoRows.Sum(both), TwoRows.Largest(both)));
        }
    }

    [Fact]
    public void are_taken_out_of_words_and_put_back()
    {
        if (!TwoRows.AreSupported) return;
        ulong[] words = [0x0001_8000_FFFF_0000, 0xFFFF_0002_0000_7FFF], back = [0, 0];
        var rows = TwoRows.Widened(in words[0]);
        Assert.Equal(OneRow.Widened(in words[0]).Four + OneRow.Widened(in words[1]).Four, TwoRows.Sum(rows));
        TwoRows.Narrow(rows, ref back[0]);
        Assert.Equal(words, back);
        byte[] marks = [0, 0], expected = [0, 0];
        TwoRows.Mark(rows, ref marks[0]);
        for (var row = 0; row < 2; row++) OneRow.Mark(OneRow.Widened(in words[row]), ref expected[row]);
        Assert.Equal(expected, marks);
        Assert.Equal([0b1110, 0b1101], marks);
    }

    [Fact]
    public void have_the_same_columns_in_both()
    {
        if (!TwoRows.AreSupported) return;
        var four = Rows(2)[0];
        Assert.Equal((four + four, four), (TwoRows.Sum(TwoRows.OfColumns(four)), TwoRows.Largest(TwoRows.OfColumns(four))));
    }

    private static Vector256<long>[] Rows(int from) => [Four(from), Four(from + 4)];

    private static Vector256<long> Four(int from) =>
        Vector256.Create(Numbers[from % Numbers.Length], Numbers[(from + 1) % Numbers.Length], Numbers[(from + 2) % Numbers.Length], Numbers[(from + 3) % Numbers.Length]);

    private static TwoRows Both(Vector256<long>[] rows) => new(Vector512.Create(rows[0], rows[1]));
}
