using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// A square matrix over uids. A row is there in full or not at all: few uids validate, but those that do weigh most of the others.
/// Its buffers serve every epoch again. Rows are as long as a number of whole lanes.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs</c>, the functions called <c>…_sparse</c>: to them, too, a 0 and a missing entry mean the same.</remarks>
internal sealed class UidMatrix
{
    private const int Missing = -1;

    private I32F32[] values = [];
    private int[] starts = [];
    private int[] rows = [];
    private int filled, rowCount;

    public int Count { get; private set; }

    /// <summary>Columns with those that fill up the lanes.</summary>
    public int PaddedCount { get; private set; }

    /// <summary>The rows that are there, in the order in which they were added.</summary>
    public ReadOnlySpan<int> Rows => rows.AsSpan(0, rowCount);

    /// <summary>A row, by column; empty where it is missing.</summary>
    public Span<I32F32> this[int row] => starts[row] == Missing ? [] : values.AsSpan(starts[row], Count);

    /// <summary>A matrix without rows.</summary>
    public void Clear(int uids)
    {
        (Count, PaddedCount, rowCount, filled) = (uids, Lanes.Padded(uids), 0, 0);
        if (starts.Length < uids) (starts, rows) = (new int[uids], new int[uids]);
        starts.AsSpan(0, uids).Fill(Missing);
    }

    /// <summary>Adds a row of zeros; a row that was got before may have moved.</summary>
    public Span<I32F32> Add(int row)
    {
        if (values.Length < filled + PaddedCount) Array.Resize(ref values, 2 * (filled + PaddedCount));
        starts[row] = filled;
        rows[rowCount++] = row;
        values.AsSpan(filled, PaddedCount).Clear();
        filled += PaddedCount;
        return this[row];
    }

    /// <summary>Σⱼ fⱼ·mᵢⱼ by row.</summary>
    /// <remarks><c>matmul_transpose_sparse</c>.</remarks>
    public I32F32[] TimesColumns(ReadOnlySpan<I32F32> factors)
    {
        var products = new I32F32[Count];
        for (var row = 0; row < Count; row++) products[row] = Lanes.SumOfProducts(this[row], factors);
        return products;
    }

    public I32F32[] ColumnSums()
    {
        var sums = new I32F32[Count];
        for (var row = 0; row < Count; row++) Lanes.Add(sums, this[row]);
        return sums;
    }

    /// <summary>mᵢⱼ ÷ dⱼ, and 0 where dⱼ is; no dⱼ is below any of its column.</summary>
    /// <remarks><c>inplace_col_normalize_sparse</c>.</remarks>
    public void DivideColumns(I32F32[] by)
    {
        for (var column = 0; column < PaddedCount; column += Lanes.Width)
        {
            var four = Lanes.LoadPadded(by, column);
            if (PartDivisors.Can(four)) Divide(column / Lanes.Width, PartDivisors.Of(four));
            else DivideEach(by, column);
        }
    }

    private void Divide(int block, PartDivisors by)
    {
        foreach (var row in Rows)
        {
            ref var four = ref MemoryMarshal.Cast<I32F32, Vector256<long>>(values.AsSpan(starts[row], PaddedCount))[block];
            four = by.Divide(four);
        }
    }

    /// <summary>The same, number by number.</summary>
    private void DivideEach(I32F32[] by, int column)
    {
        for (var at = column; at < Math.Min(column + Lanes.Width, Count); at++)
        {
            var divisor = new Divisor(by[at]);
            foreach (var row in Rows) this[row][at] = divisor.Divide(this[row][at]);
        }
    }
}
