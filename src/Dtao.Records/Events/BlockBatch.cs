using System.Collections.Immutable;
using Dtao.Protocol.Units;

namespace Dtao.Records.Events;

/// <summary>All that happened in one block, in order. The lane posts one for every block, also for a quiet one.</summary>
/// <param name="Sample">The market at the block's close; null on blocks that are not sampled. The last block of a run has one.</param>
/// <param name="Prices">Prices that have changed notably since they were last told.</param>
public sealed record BlockBatch(Block Block, ImmutableArray<RunEvent> Events, BlockSample? Sample = null, ImmutableArray<PriceTick> Prices = default)
{
    /// <summary>The whole ledger at the close of the block, where it is to be kept; a later run can begin with it.</summary>
    public ReadOnlyMemory<byte>? Ledger { get; init; }
}

/// <summary>A subnet's spot price at the close of a block, TAO per alpha.</summary>
public readonly record struct PriceTick(NetUid Netuid, double Price);
