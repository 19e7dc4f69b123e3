using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// A square matrix over uids. A row is there in full or not at all: few uids validate, but those that do weigh most of the others.
/// Its buffers serve every epoch again. In front of all rows lies one of zeros, which is read in the place of one that is missing; rows are as long as a number of whole
/// lanes, so that four columns can be gone through at a time, row by row.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs</c>, the functions called <c>…_sparse</c>: to them, too, a 0 and a missing entry mean the same.</remarks>
internal sealed class UidMatrix
{
    private const int Missing = 0;

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
        (Count, PaddedCount, rowCount) = (uids, Lanes.Padded(uids), 0);
        filled = PaddedCount;
        if (values.Length < filled) values = new I32F32[filled];
        if (starts.Length < uids) (starts, rows) = (new int[uids], new int[uids]);
        values.AsSpan(0, filled).Clear();
        starts.AsSpan(0, uids).Fill(Missing);
    }

    /// <summary>Adds a row of zeros; a row that was got before may have moved.</summary>
    public Span<I32F32> Add(int row)
    {
        var added = AddUnwritten(row);
        added.Clear();
        return added;
    }

    /// <summary>Adds a row of whatever was there before, all of which is to be written.</summary>
    public Span<I32F32> AddUnwritten(int row)
    {
        if (values.Length < filled + PaddedCount) Array.Resize(ref values, 2 * (filled + PaddedCount));
        starts[row] = filled;
        rows[rowCount++] = row;
        values.AsSpan(filled + Count, PaddedCount - Count).Clear();
        filled += PaddedCount;
        return this[row];
    }

    /// <summary>Four columns from <paramref name="column"/> on; valid until a row is added.</summary>
    public ColumnLanes Columns(int column) =>
        new(ref Unsafe.As<I32F32, long>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), column)), starts.AsSpan(0, Count));

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
    /// <returns>The largest quotient of each column.</returns>
    /// <remarks><c>inplace_col_normalize_sparse</c>.</remarks>
    public I32F32[] DivideColumns(I32F32[] by)
    {
        var largest = new I32F32[Count];
        for (var column = 0; column < PaddedCount; column += Lanes.Width)
            if (!Avx2.IsSupported || !DivideColumns(DivisorLanes.Of(by, column), column, largest))
                DivideEach(by, column, largest);
        return largest;
    }

    /// <returns>Whether it could; if not, nothing has changed.</returns>
    private bool DivideColumns(DivisorLanes by, int column, I32F32[] largest)
    {
        if (!by.AreSmall) return false;
        if (by.AreZero) return true; // and so are the columns
        var columns = Columns(column);
        var (most, seen) = (Vector256<long>.Zero, Vector256<long>.Zero);
        foreach (var row in Rows)
        {
            var quotients = by.Divide(columns[row], ref seen);
            columns[row] = quotients;
            most = Vector256.Max(most, quotients);
        }
        Lanes.StorePadded(largest, column, most);
        return true;
    }

    /// <summary>The same, number by number.</summary>
    private void DivideEach(I32F32[] by, int column, I32F32[] largest)
    {
        for (var at = column; at < Math.Min(column + Lanes.Width, Count); at++)
        {
            var divisor = new Divisor(by[at]);
            foreach (var row in Rows)
            {
                ref var value = ref this[row][at];
                value = divisor.Divide(value);
                largest[at] = I32F32.Max(largest[at], value);
            }
        }
    }
}
