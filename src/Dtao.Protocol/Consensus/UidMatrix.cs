using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// A square matrix over uids. A row is there in full or not at all: few uids validate, but those that do weigh most of the others.
/// Its buffers serve every epoch again.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs</c>, the functions called <c>…_sparse</c>: to them, too, a 0 and a missing entry mean the same.</remarks>
internal sealed class UidMatrix
{
    private const int Missing = -1;

    private I32F32[] values = [];
    private int[] starts = [];
    private int filled;

    public int Count { get; private set; }

    /// <summary>A row, by column; empty where it is missing.</summary>
    public Span<I32F32> this[int row] => starts[row] == Missing ? [] : values.AsSpan(starts[row], Count);

    /// <summary>A matrix without rows.</summary>
    public void Clear(int uids)
    {
        (Count, filled) = (uids, 0);
        if (starts.Length < uids) starts = new int[uids];
        starts.AsSpan(0, uids).Fill(Missing);
    }

    /// <summary>Adds a row of zeros; a row that was got before may have moved.</summary>
    public Span<I32F32> Add(int row)
    {
        if (values.Length < filled + Count) Array.Resize(ref values, 2 * (filled + Count));
        starts[row] = filled;
        filled += Count;
        var added = this[row];
        added.Clear();
        return added;
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

    /// <summary>mᵢⱼ ÷ dⱼ, and 0 where dⱼ is.</summary>
    /// <returns>The largest quotient of each column.</returns>
    /// <remarks><c>inplace_col_normalize_sparse</c>.</remarks>
    public I32F32[] DivideColumns(I32F32[] by)
    {
        var (divisors, largest) = (Divisor.Of(by), new I32F32[Count]);
        for (var row = 0; row < Count; row++)
        {
            Divisor.DivideEach(this[row], divisors);
            Lanes.Raise(largest, this[row]);
        }
        return largest;
    }
}
