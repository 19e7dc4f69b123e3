using Dtao.Protocol.Units;

namespace Dtao.Records.Panels;

/// <summary>One subnet's price at the blocks at which it was seen, TAO per alpha. It holds until it is seen again.</summary>
/// <param name="blocks">Ascending.</param>
/// <param name="prices">As many.</param>
public sealed class PriceSeries(long[] blocks, double[] prices)
{
    public int Count => blocks.Length;

    public Block First => new(blocks[0]);

    /// <summary>As it was seen, in order.</summary>
    public IEnumerable<(long Block, double Price)> Seen() => blocks.Zip(prices);

    /// <summary>The last price seen at or before a block; NaN before the first one.</summary>
    public double At(Block block)
    {
        var at = Array.BinarySearch(blocks, block.Height);
        var last = at >= 0 ? at : ~at - 1;
        return last < 0 ? double.NaN : prices[last];
    }

    /// <summary>The price every <paramref name="step"/> blocks from one block to another, both included.</summary>
    public double[] Grid(Block from, Block to, long step)
    {
        var grid = new double[Math.Max(0, (to - from) / step + 1)];
        for (var i = 0; i < grid.Length; i++) grid[i] = At(from + i * step);
        return grid;
    }

    /// <summary>The highest price between two blocks, both included, and where it was first seen; the block's own price where nothing was seen.</summary>
    public (Block Block, double Price) Highest(Block from, Block to) => Extreme(from, to, (price, best) => price > best);

    /// <inheritdoc cref="Highest"/>
    public (Block Block, double Price) Lowest(Block from, Block to) => Extreme(from, to, (price, best) => price < best);

    private (Block Block, double Price) Extreme(Block from, Block to, Func<double, double, bool> isBetter)
    {
        var (at, best) = (from, At(from));
        var start = Array.BinarySearch(blocks, from.Height);
        for (var i = start >= 0 ? start : ~start; i < blocks.Length && blocks[i] <= to.Height; i++)
            if (double.IsNaN(best) || isBetter(prices[i], best))
                (at, best) = (new Block(blocks[i]), prices[i]);
        return (at, best);
    }
}
