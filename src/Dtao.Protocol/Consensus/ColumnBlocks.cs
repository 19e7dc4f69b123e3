using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// A number for every row and uid, four uids to a block. A block's rows lie one after the other, so that an epoch goes through it again and again in the first cache.
/// </summary>
internal sealed class ColumnBlocks
{
    /// <summary>Numbers in a line of the cache. A block takes an odd number of lines, since equal rows of all blocks would else compete for the same places in it.</summary>
    private const int Line = 8;

    private long[] values = [];
    private int stride;
    private Extent[] extents = [];

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    public int Count => Lanes.Padded(Columns) / Lanes.Width;

    /// <summary>A block's four columns, by row, of an even number of rows.</summary>
    public Span<Vector256<long>> this[int block] => MemoryMarshal.Cast<long, Vector256<long>>(values.AsSpan(block * stride, Lanes.PaddedRows(Rows) * Lanes.Width));

    /// <summary>How large the numbers of a block are.</summary>
    public Extent ExtentOf(int block) => extents[block];

    /// <summary>As many rows and columns, all 0.</summary>
    public void Clear(int rows, int columns)
    {
        (Rows, Columns, stride) = (rows, columns, ((rows * Lanes.Width + Line - 1) / Line | 1) * Line);
        if (values.Length < Count * stride) values = new long[Count * stride];
        else values.AsSpan(0, Count * stride).Clear();
        extents = new Extent[Count];
    }

    /// <summary>To be called when rows have been written.</summary>
    public void LookOver()
    {
        for (var block = 0; block < extents.Length; block++)
        {
            var seen = Vector256<long>.Zero;
            foreach (var four in this[block]) seen |= four;
            extents[block] = seen == Vector256<long>.Zero ? Extent.Nothing : Lanes.AreBelowOne(seen) ? Extent.BelowOne : Extent.UpToOne;
        }
    }

    /// <param name="numbers">By uid, with zeros up to a number of whole lanes.</param>
    public void Write(int row, ReadOnlySpan<I32F32> numbers)
    {
        var lanes = MemoryMarshal.Cast<I32F32, Vector256<long>>(numbers);
        for (var (block, at) = (0, row * Lanes.Width); block < lanes.Length; block++, at += stride) lanes[block].CopyTo(values, at);
    }

    /// <summary>A copy of a row, by uid.</summary>
    public I32F32[] Row(int row, I32F32[] numbers)
    {
        for (var block = 0; block < Count; block++) Lanes.StorePadded(numbers, block * Lanes.Width, this[block][row]);
        return numbers;
    }

    public I32F32 At(int row, int column) => new(values[column / Lanes.Width * stride + row * Lanes.Width + column % Lanes.Width]);
}
