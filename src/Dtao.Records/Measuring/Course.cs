using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Measuring;

/// <summary>A quantity over a run, in blocks since genesis: every value holds until the next one.</summary>
public sealed class Course
{
    private readonly long[] blocks;
    private readonly double[] values;

    /// <param name="blocks">Since genesis, ascending.</param>
    /// <param name="values">One a block; NaN where it cannot be told.</param>
    /// <param name="end">The run's last block since genesis, not before the last of <paramref name="blocks"/>.</param>
    public Course(long[] blocks, double[] values, long end) => (this.blocks, this.values, End) = (blocks, values, end);

    public static Course None { get; } = new([], [], 0);

    public long End { get; }

    /// <summary>The last value; NaN where there is none.</summary>
    public double Final => values.Length == 0 ? double.NaN : values[^1];

    public double Lowest => Known.DefaultIfEmpty(double.NaN).Min();

    public double Highest => Known.DefaultIfEmpty(double.NaN).Max();

    /// <summary>Over time: each value counts for as long as it holds.</summary>
    public double Mean
    {
        get
        {
            var (sum, time) = (0.0, 0L);
            for (var i = 0; i < values.Length; i++)
            {
                if (double.IsNaN(values[i])) continue;
                var held = (i + 1 < blocks.Length ? blocks[i + 1] : End) - blocks[i];
                sum += values[i] * held;
                time += held;
            }
            return time == 0 ? Final : sum / time;
        }
    }

    /// <summary>The value that holds at a block since genesis; NaN before the first one and after the run.</summary>
    public double At(long block)
    {
        if (block > End) return double.NaN;
        var place = Array.BinarySearch(blocks, block);
        var last = place >= 0 ? place : ~place - 1;
        return last < 0 ? double.NaN : values[last];
    }

    /// <summary>The first block since genesis at which a value passes a test; null where none does.</summary>
    public long? First(Predicate<double> passes) => Array.FindIndex(values, passes) is >= 0 and var at ? blocks[at] : null;

    /// <summary>The value at every so many blocks from genesis on, where there is one.</summary>
    public IEnumerable<(long Block, double Value)> Every(long apart)
    {
        for (var block = 0L; block <= End; block += apart)
            if (At(block) is var value && !double.IsNaN(value))
                yield return (block, value);
    }

    /// <param name="sql">Gives block and value, in the order of blocks.</param>
    internal static Course Of(SqliteConnection run, string sql, params ReadOnlySpan<(string Name, object Value)> given)
    {
        var (first, last) = run.Ask("SELECT COALESCE(min(block), 0), COALESCE(max(block), 0) FROM blocks", row => (row.GetInt64(0), row.GetInt64(1))).Single();
        var seen = run.Ask(sql, row => (Block: row.GetInt64(0) - first, Value: row.IsDBNull(1) ? double.NaN : row.GetDouble(1)), given);
        return new Course([.. seen.Select(value => value.Block)], [.. seen.Select(value => value.Value)], last - first);
    }

    private IEnumerable<double> Known => values.Where(value => !double.IsNaN(value));
}
