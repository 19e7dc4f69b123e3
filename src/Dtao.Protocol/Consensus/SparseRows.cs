using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// The rows of a square matrix over uids, their entries only. Its buffers are flat and serve every epoch again.
/// A value of 0 and a missing entry mean the same to everything here.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs</c>, the functions called <c>…_sparse</c>.</remarks>
internal sealed class SparseRows
{
    private int[] starts = [0];
    private ushort[] columns = [];
    private I32F32[] values = [];
    private Divisor[] divisors = [];
    private int filled;

    public int Count { get; private set; }

    /// <summary>Entries of all rows together.</summary>
    public int Entries => filled;

    public ReadOnlySpan<ushort> Columns(int row) => columns.AsSpan(starts[row]..starts[row + 1]);

    public Span<I32F32> Values(int row) => values.AsSpan(starts[row]..starts[row + 1]);

    /// <summary>Forgets everything and makes room.</summary>
    public void Clear(int rows, int entries)
    {
        (Count, filled) = (0, 0);
        if (starts.Length <= rows) starts = new int[rows + 1];
        if (columns.Length >= entries) return;
        (columns, values) = (new ushort[entries], new I32F32[entries]);
    }

    /// <summary>Adds to the row that is open; <see cref="EndRow"/> closes it and opens the next.</summary>
    public void Add(ushort column, I32F32 value)
    {
        (columns[filled], values[filled]) = (column, value);
        filled++;
    }

    public void EndRow() => starts[++Count] = filled;

    /// <summary>Σᵢ vᵢ·mᵢⱼ by column.</summary>
    /// <remarks><c>matmul_sparse</c>.</remarks>
    public I32F32[] TimesRows(I32F32[] byRow)
    {
        var result = new I32F32[Count];
        for (var row = 0; row < Count; row++)
        {
            if (byRow[row] == I32F32.Zero) continue;
            for (var k = starts[row]; k < starts[row + 1]; k++) result[columns[k]] += byRow[row] * values[k];
        }
        return result;
    }

    /// <summary>Σⱼ vⱼ·mᵢⱼ by row.</summary>
    /// <remarks><c>matmul_transpose_sparse</c>.</remarks>
    public I32F32[] TimesColumns(I32F32[] byColumn)
    {
        var result = new I32F32[Count];
        for (var row = 0; row < Count; row++)
            for (var k = starts[row]; k < starts[row + 1]; k++)
                result[row] += byColumn[columns[k]] * values[k];
        return result;
    }

    /// <remarks><c>row_sum_sparse</c>.</remarks>
    public I32F32[] RowSums()
    {
        var sums = new I32F32[Count];
        for (var row = 0; row < Count; row++) sums[row] = Shares.Sum(Values(row));
        return sums;
    }

    /// <summary>Makes every column sum to 1.</summary>
    /// <remarks><c>inplace_col_normalize_sparse</c>.</remarks>
    public void NormaliseColumns()
    {
        var sums = new I32F32[Count];
        for (var k = 0; k < Entries; k++) sums[columns[k]] += values[k];
        DivideColumns(sums);
    }

    /// <summary>Makes the largest value of every column 1.</summary>
    /// <remarks><c>inplace_col_max_upscale_sparse</c>.</remarks>
    public void UpscaleColumns()
    {
        var largest = new I32F32[Count];
        for (var k = 0; k < Entries; k++) largest[columns[k]] = I32F32.Max(largest[columns[k]], values[k]);
        DivideColumns(largest);
    }

    private void DivideColumns(I32F32[] by)
    {
        if (divisors.Length < by.Length) divisors = new Divisor[by.Length];
        for (var column = 0; column < by.Length; column++) divisors[column] = new Divisor(by[column]);
        for (var k = 0; k < Entries; k++) values[k] = divisors[columns[k]].Divide(values[k]);
    }
}
