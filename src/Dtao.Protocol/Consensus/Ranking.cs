using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>What stake gives each column, before and after weights are clipped to what is agreed on, and what clipping leaves of each row.</summary>
/// <remarks>
/// subtensor v2.0.1 <c>epoch/math.rs: col_clip_sparse, matmul_sparse, row_sum_sparse</c>, in one pass; sums of integers do not depend on their order.
/// </remarks>
internal sealed class Ranking
{
    private readonly Vector256<long>[] rowSums;

    private readonly bool inPairs;

    private Ranking(int rows, EpochLists lists, bool inPairs) =>
        (Preranks, Ranks, rowSums, this.inPairs) = (lists.Preranks, lists.Ranks, new Vector256<long>[Lanes.PaddedRows(rows)], inPairs);

    /// <summary>Σ of stake × weight by column.</summary>
    public I32F32[] Preranks { get; }

    /// <summary>The same of clipped weights.</summary>
    public I32F32[] Ranks { get; }

    /// <param name="stake">Active stake by row.</param>
    /// <param name="consensus">By column.</param>
    /// <param name="lists">Where both sums go.</param>
    /// <param name="inPairs">Whether two rows are gone through at once, where the processor can; it changes nothing.</param>
    public static Ranking Of(ColumnBlocks weights, RowStakes stake, ReadOnlySpan<I32F32> consensus, EpochLists lists, bool inPairs)
    {
        var ranking = new Ranking(weights.Rows, lists, inPairs);
        lists.Preranks.AsSpan().Clear();
        lists.Ranks.AsSpan().Clear();
        for (var block = 0; block < weights.Count; block++)
        {
            var extent = weights.ExtentOf(block);
            if (extent == Extent.BelowOne && stake.AreBelowOne) ranking.Add(block, weights[block], stake.Lanes, Lanes.OfBlock(consensus, block));
            else if (extent != Extent.Nothing) ranking.AddEach(block, weights, stake, consensus);
        }
        return ranking;
    }

    /// <summary>What clipping leaves of each row, in four parts.</summary>
    public ReadOnlySpan<Vector256<long>> RowSums => rowSums;

    /// <summary>Four columns at once, of numbers below 1.</summary>
    private void Add(int block, ReadOnlySpan<Vector256<long>> weights, ReadOnlySpan<Vector256<long>> stakes, Vector256<long> consensus)
    {
        var (pre, ranks) = inPairs ? Sums<TwoRows>(weights, stakes, consensus) : Sums<OneRow>(weights, stakes, consensus);
        Lanes.StorePadded(Preranks, block * Lanes.Width, pre);
        Lanes.StorePadded(Ranks, block * Lanes.Width, ranks);
    }

    /// <summary>Of a block's rows, an even number of them; what clipping leaves of each is added to its sum.</summary>
    private (Vector256<long> Pre, Vector256<long> Ranks) Sums<T>(ReadOnlySpan<Vector256<long>> weights, ReadOnlySpan<Vector256<long>> stakes, Vector256<long> consensus)
        where T : unmanaged, ILanes<T>
    {
        var rows = Lanes.Rows<T>(weights);
        var factors = Lanes.Rows<T>(stakes)[..rows.Length];
        var sums = Lanes.Rows<T>(rowSums.AsSpan())[..rows.Length];
        var (most, pre, ranks) = (T.OfColumns(consensus), default(T), default(T));
        for (var i = 0; i < rows.Length; i++)
        {
            var clipped = T.Min(rows[i], most);
            sums[i] += clipped;
            pre += Lanes.Products(rows[i], factors[i]);
            ranks += Lanes.Products(clipped, factors[i]);
        }
        return (T.Sum(pre), T.Sum(ranks));
    }

    private void AddEach(int block, ColumnBlocks weights, RowStakes stake, ReadOnlySpan<I32F32> consensus)
    {
        for (var column = block * Lanes.Width; column < Math.Min((block + 1) * Lanes.Width, weights.Columns); column++) AddOne(column, weights, stake, consensus[column]);
    }

    /// <summary>One column, number by number.</summary>
    private void AddOne(int column, ColumnBlocks weights, RowStakes stake, I32F32 consensus)
    {
        for (var row = 0; row < weights.Rows; row++)
        {
            var (weight, factor) = (weights.At(row, column), stake[row]);
            var clipped = I32F32.Min(weight, consensus);
            rowSums[row] += Vector256.CreateScalar(clipped.Raw);
            Preranks[column] += factor * weight;
            Ranks[column] += factor * clipped;
        }
    }
}
