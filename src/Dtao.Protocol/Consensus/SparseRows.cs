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

    /// <summary>
    /// Adds the links that were made after the neuron they point to was registered; earlier ones were meant for another holder of the uid.
    /// Their numbers come in as multiples of 2⁻³² instead of 1, since the normalising to come forgets the scale.
    /// </summary>
    /// <remarks><c>vec_mask_sparse_matrix</c>.</remarks>
    public void AddCurrent(ReadOnlySpan<Link> links, Block made, Block[] registered, int except = -1)
    {
        var (toColumns, toValues) = (columns, values);
        var at = filled;
        foreach (var link in links)
        {
            if (made <= registered[link.Uid] || link.Uid == except) continue;
            (toColumns[at], toValues[at]) = (link.Uid, new I32F32(link.Value));
            at++;
        }
        filled = at;
    }

    /// <summary>Adds what is above 0 of a row that is given in full.</summary>
    public void AddPositive(ReadOnlySpan<I32F32> row)
    {
        var (toColumns, toValues) = (columns, values);
        var at = filled;
        for (var column = 0; column < row.Length; column++)
        {
            if (row[column] <= I32F32.Zero) continue;
            (toColumns[at], toValues[at]) = ((ushort)column, row[column]);
            at++;
        }
        filled = at;
    }

    public void EndRow() => starts[++Count] = filled;

    public void CopyFrom(SparseRows other)
    {
        Clear(other.Count, other.filled);
        (Count, filled) = (other.Count, other.filled);
        other.starts.AsSpan(0, Count + 1).CopyTo(starts);
        other.columns.AsSpan(0, filled).CopyTo(columns);
        other.values.AsSpan(0, filled).CopyTo(values);
    }

    /// <summary>min(mᵢⱼ, tⱼ).</summary>
    /// <remarks><c>col_clip_sparse</c>.</remarks>
    public void ClipColumns(I32F32[] thresholds)
    {
        var of = columns.AsSpan(0, filled);
        var clipped = values.AsSpan(0, filled);
        for (var k = 0; k < of.Length; k++) clipped[k] = I32F32.Min(clipped[k], thresholds[of[k]]);
    }

    /// <summary>mᵢⱼ + ratio·(oᵢⱼ − mᵢⱼ), of two matrices with the same entries.</summary>
    /// <remarks><c>interpolate_sparse</c>.</remarks>
    public void MoveTowards(SparseRows other, I32F32 ratio)
    {
        for (var k = 0; k < filled; k++) values[k] += ratio * (other.values[k] - values[k]);
    }

    /// <summary>fᵢ·mᵢⱼ.</summary>
    /// <remarks><c>row_hadamard_sparse</c>.</remarks>
    public void ScaleRows(I32F32[] factors)
    {
        for (var row = 0; row < Count; row++)
        {
            var factor = factors[row];
            foreach (ref var value in Values(row)) value *= factor;
        }
    }

    /// <summary>Σᵢ fᵢ·mᵢⱼ by column.</summary>
    /// <remarks><c>matmul_sparse</c>.</remarks>
    public I32F32[] TimesRows(I32F32[] factors)
    {
        var result = new I32F32[Count];
        for (var row = 0; row < Count; row++)
        {
            var factor = factors[row];
            var to = Columns(row);
            var of = Values(row);
            if (factor == I32F32.Zero) continue;
            for (var k = 0; k < to.Length; k++) result[to[k]] += factor * of[k];
        }
        return result;
    }

    /// <summary>Σⱼ fⱼ·mᵢⱼ by row.</summary>
    /// <remarks><c>matmul_transpose_sparse</c>.</remarks>
    public I32F32[] TimesColumns(I32F32[] factors)
    {
        var result = new I32F32[Count];
        for (var row = 0; row < Count; row++)
        {
            var sum = I32F32.Zero;
            var by = Columns(row);
            var of = Values(row);
            for (var k = 0; k < by.Length; k++) sum += factors[by[k]] * of[k];
            result[row] = sum;
        }
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
        var of = columns.AsSpan(0, filled);
        var value = values.AsSpan(0, filled);
        for (var k = 0; k < of.Length; k++) sums[of[k]] += value[k];
        DivideColumns(sums);
    }

    /// <summary>Makes the largest value of every column 1.</summary>
    /// <remarks><c>inplace_col_max_upscale_sparse</c>.</remarks>
    public void UpscaleColumns()
    {
        var largest = new I32F32[Count];
        var of = columns.AsSpan(0, filled);
        var value = values.AsSpan(0, filled);
        for (var k = 0; k < of.Length; k++) largest[of[k]] = I32F32.Max(largest[of[k]], value[k]);
        DivideColumns(largest);
    }

    private void DivideColumns(I32F32[] by)
    {
        if (divisors.Length < by.Length) divisors = new Divisor[by.Length];
        for (var column = 0; column < by.Length; column++) divisors[column] = new Divisor(by[column]);
        var of = columns.AsSpan(0, filled);
        var value = values.AsSpan(0, filled);
        var divisor = divisors.AsSpan();
        for (var k = 0; k < of.Length; k++) value[k] = divisor[of[k]].Divide(value[k]);
    }
}
