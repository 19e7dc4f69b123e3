using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// Bonds as the chain stores them, over 65535 of a column's largest: a row each validator, four uids to a word and to a block. Once an epoch has given it out it is not
/// written while a neuron holds it; the epoch after reads it as it is, and lists are made of it only where somebody asks.
/// </summary>
internal sealed class BondTable
{
    private const int Bits = 16;

    private const byte AllListed = 0b1111;

    private readonly int stride;
    private readonly ulong[] words;
    private readonly byte[] listed; // a bit each: a bond that rounds to 0 is in the list all the same

    private BondTable(int rows, int columns, ulong[] words, byte[] listed)
    {
        (Rows, Columns, this.words, this.listed) = (rows, columns, words, listed);
        stride = Lanes.PaddedRows(rows);
        Sums = new Vector256<long>[Blocks(columns)];
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Of each block's columns.</summary>
    public Vector256<long>[] Sums { get; }

    public static BondTable Empty(int rows, int columns) => new(rows, columns, new ulong[Places(rows, columns)], new byte[Places(rows, columns)]);

    /// <summary>One of whatever was there before, every block of which is to be written or cleared.</summary>
    public static BondTable Unwritten(int rows, int columns) =>
        new(rows, columns, GC.AllocateUninitializedArray<ulong>(Places(rows, columns)), GC.AllocateUninitializedArray<byte>(Places(rows, columns)));

    /// <summary>A block's four columns, by row, of an even number of rows.</summary>
    public Span<ulong> this[int block] => words.AsSpan(block * stride, stride);

    /// <summary>Which of a block's four bonds the row's list shows, a bit each, by row.</summary>
    public Span<byte> Listed(int block) => listed.AsSpan(block * stride, stride);

    /// <summary>One that may be written, to be reckoned with; it makes no lists.</summary>
    public BondTable Copy()
    {
        var copy = Empty(Rows, Columns);
        words.CopyTo(copy.words.AsSpan());
        return copy;
    }

    public void ClearBlock(int block)
    {
        Sums[block] = Vector256<long>.Zero;
        this[block].Clear();
        Listed(block).Clear();
    }

    public void ClearRow(int row)
    {
        for (var at = row; at < words.Length; at += stride) words[at] = 0;
    }

    public void Set(int row, int column, ushort value)
    {
        ref var word = ref words[column / Lanes.Width * stride + row];
        var shift = column % Lanes.Width * Bits;
        word = word & ~((ulong)ushort.MaxValue << shift) | (ulong)value << shift;
    }

    /// <summary>To be called when all is written.</summary>
    public void AddUp()
    {
        for (var block = 0; block < Sums.Length; block++)
        {
            var sums = Vector256<long>.Zero;
            foreach (var four in this[block]) sums += Lanes.Widened(four);
            Sums[block] = sums;
        }
    }

    public I32F32 At(int row, int column) => new((long)(words[column / Lanes.Width * stride + row] >> column % Lanes.Width * Bits & ushort.MaxValue));

    /// <summary>A row's bonds, by uid; none where it holds nothing.</summary>
    public Link[] LinksOf(int row)
    {
        var count = 0;
        for (var at = row; at < listed.Length; at += stride) count += BitOperations.PopCount(listed[at]);
        var links = new Link[count];
        Copy(row, links);
        return links;
    }

    /// <summary>The same, into a list that has room for all columns.</summary>
    /// <returns>How many there are.</returns>
    public int Copy(int row, Span<Link> links)
    {
        var filled = 0;
        for (var (first, at) = (0, row); at < listed.Length; first += Lanes.Width, at += stride)
        {
            if (listed[at] == AllListed) PutFour(links[filled..], first, words[at]);
            else Put(links[filled..], first, words[at], listed[at]);
            filled += BitOperations.PopCount(listed[at]);
        }
        return filled;
    }

    private static void PutFour(Span<Link> links, int first, ulong word)
    {
        var (values, _) = Vector128.Widen(Vector128.CreateScalarUnsafe(word).AsUInt16());
        var fours = values << Bits | Vector128.Create((uint)first) + Vector128<uint>.Indices;
        fours.CopyTo(MemoryMarshal.Cast<Link, uint>(links));
    }

    private static void Put(Span<Link> links, int first, ulong word, uint left)
    {
        var (filled, column) = (0, first);
        for (; left != 0; left >>= 1, word >>= Bits, column++)
            if ((left & 1) != 0)
                links[filled++] = new Link((ushort)column, (ushort)(word & ushort.MaxValue));
    }

    private static int Places(int rows, int columns) => Lanes.PaddedRows(rows) * Blocks(columns);

    private static int Blocks(int columns) => Lanes.Padded(columns) / Lanes.Width;
}
