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
    public void AddCurrent(ReadOnlySpan<Link> links, Block made, Registrations registered, int except = -1)
    {
        var (toColumns, toValues, at, areAllCurrent) = (columns, values, filled, made > registered.Newest);
        foreach (var link in links)
        {
            if (link.Uid == except || !areAllCurrent && made <= registered.At[link.Uid]) continue;
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

    /// <summary>Has entries where <paramref name="other"/> has them, for as long as that keeps its own, with values still to be written.</summary>
    public void TakePlaces(SparseRows other)
    {
        (Count, filled, starts, columns) = (other.Count, other.filled, other.starts, other.columns);
        if (values.Length < columns.Length) values = new I32F32[columns.Length];
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

    public I32F32[] ColumnSums()
    {
        var sums = new I32F32[Count];
        var of = columns.AsSpan(0, filled);
        var value = values.AsSpan(0, filled);
        for (var k = 0; k < of.Length; k++) sums[of[k]] += value[k];
        return sums;
    }

    /// <summary>mᵢⱼ ÷ dⱼ, where dⱼ is not 0.</summary>
    /// <returns>The largest quotient of each column.</returns>
    /// <remarks><c>inplace_col_normalize_sparse</c>.</remarks>
    public I32F32[] DivideColumns(I32F32[] by)
    {
        var (divisors, largest) = (Divisor.Of(by), new I32F32[Count]);
        for (var row = 0; row < Count; row++) Divide(row, divisors);
        var of = columns.AsSpan(0, filled);
        var value = values.AsSpan(0, filled);
        for (var k = 0; k < of.Length; k++) largest[of[k]] = I32F32.Max(largest[of[k]], value[k]);
        return largest;
    }

    /// <summary>Divides a row's entries.</summary>
    public void Divide(int row, Divisor[] divisors) => Divide(Columns(row), Values(row), divisors);

    /// <summary>Where the columns follow one another without a gap so do their divisors.</summary>
    public static void Divide(ReadOnlySpan<ushort> columns, Span<I32F32> values, Divisor[] divisors)
    {
        if (columns.IsEmpty) return;
        if (FollowOneAnother(columns)) Divisor.DivideEach(values, divisors.AsSpan(columns[0]));
        else
            for (var k = 0; k < columns.Length; k++) values[k] = divisors[columns[k]].Divide(values[k]);
    }

    private static bool FollowOneAnother(ReadOnlySpan<ushort> columns)
    {
        if (columns[^1] - columns[0] != columns.Length - 1) return false;
        for (var k = 1; k < columns.Length; k++)
            if (columns[k] != columns[k - 1] + 1)
                return false;
        return true;
    }
}
