using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>What moves the bonds of an epoch.</summary>
internal sealed record BondDeal
{
    public required ColumnBlocks Weights { get; init; }

    /// <summary>The bonds of the last epoch.</summary>
    public required BondTable Held { get; init; }

    /// <summary>Active stake by row.</summary>
    public required RowStakes Stake { get; init; }

    /// <summary>By column.</summary>
    public required I32F32[] Consensus { get; init; }

    /// <summary>By column.</summary>
    public required I32F32[] Incentive { get; init; }

    /// <summary>Σ of stake × weight by column, of weights as set and of clipped ones.</summary>
    public required (I32F32[] AsSet, I32F32[] Clipped) Sums { get; init; }

    /// <summary>How far bonds follow the clipped weights instead of the weights as set.</summary>
    public required I32F32 Penalty { get; init; }

    /// <summary>What the new bonds weigh against the old, by column.</summary>
    public required I32F32[] NewShares { get; init; }

    /// <summary>All bits set for the rows of those with a permit, whose bonds stay; of an even number of rows.</summary>
    public required Vector256<long>[] Keeps { get; init; }

    /// <summary>Whether nothing is weighed or held in a block.</summary>
    public bool IsNothing(int block) => Weights.ExtentOf(block) == Extent.Nothing && Held.Sums[block] == Vector256<long>.Zero;

    /// <summary>What weights are clipped to before bonds are bought with them, by column of a block.</summary>
    public Vector256<long> MostIn(int block) => Penalty == I32F32.One ? Lanes.OfBlock(Consensus, block) : Vector256.Create(long.MaxValue);
}
