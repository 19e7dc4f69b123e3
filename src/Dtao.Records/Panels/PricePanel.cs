using Dtao.Protocol.Units;

namespace Dtao.Records.Panels;

/// <summary>Prices of many subnets at evenly spaced blocks, TAO per alpha. NaN where a subnet does not trade yet or nobody looked.</summary>
/// <param name="first">The block of row 0.</param>
/// <param name="stepBlocks">Blocks from one row to the next.</param>
/// <param name="netuids">The subnets, a column each, ascending.</param>
/// <param name="columns">Prices by column, then row; all of one length.</param>
public sealed class PricePanel(Block first, long stepBlocks, IReadOnlyList<int> netuids, IReadOnlyList<double[]> columns)
{
    public Block First { get; } = first;

    public long StepBlocks { get; } = stepBlocks;

    public IReadOnlyList<int> Netuids { get; } = netuids;

    /// <summary>Prices by column, then row.</summary>
    public IReadOnlyList<double[]> Columns { get; } = columns;

    public int Rows => Columns.Count == 0 ? 0 : Columns[0].Length;

    public Block Last => BlockOf(Rows - 1);

    public Block BlockOf(int row) => First + row * StepBlocks;

    /// <summary>The row nearest to a block, within the panel or not.</summary>
    public int RowAt(Block block) => (int)Math.Round((block - First) / (double)StepBlocks);

    /// <summary>Every subnet's price in one row, by column.</summary>
    public double[] At(int row) => [.. Columns.Select(column => column[row])];

    /// <summary>Prices of the subnets that trade.</summary>
    public IEnumerable<double> Trading(int row) => At(row).Where(price => !double.IsNaN(price));

    /// <summary>Sum of the prices of the subnets that trade.</summary>
    public double SumAt(int row) => Trading(row).Sum();

    /// <summary>Rows from one block to another, both included; fewer where the panel ends before.</summary>
    public PricePanel Between(Block from, Block to)
    {
        var (start, end) = (Math.Max(0, RowAt(from)), Math.Min(Rows - 1, RowAt(to)));
        return new PricePanel(BlockOf(start), StepBlocks, Netuids, [.. Columns.Select(column => end < start ? [] : column[start..(end + 1)])]);
    }

    /// <summary>Every so-manieth row, the first one included.</summary>
    public PricePanel Every(int rows) =>
        new(First, StepBlocks * rows, Netuids, [.. Columns.Select(column => column.Where((_, row) => row % rows == 0).ToArray())]);

    /// <summary>The same panel with its columns changed, one by one.</summary>
    public PricePanel Select(Func<double[], double[]> change) => new(First, StepBlocks, Netuids, [.. Columns.Select(change)]);

    /// <summary>Only the columns that are wanted.</summary>
    public PricePanel Where(Func<double[], bool> wanted)
    {
        var kept = Enumerable.Range(0, Columns.Count).Where(i => wanted(Columns[i])).ToArray();
        return new PricePanel(First, StepBlocks, [.. kept.Select(i => Netuids[i])], [.. kept.Select(i => Columns[i])]);
    }
}
