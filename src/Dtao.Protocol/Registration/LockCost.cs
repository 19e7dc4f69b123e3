using Dtao.Protocol.Units;

namespace Dtao.Protocol.Registration;

/// <summary>What it costs to register a subnet: twice the last lock, falling by ⌊last ÷ interval⌋ a block, never below the minimum.</summary>
/// <param name="Minimum">The floor, and what a new pool starts with.</param>
/// <param name="ReductionBlocks">In so many blocks the last lock is worn off; 0 is never.</param>
/// <remarks>subtensor v2.0.1 <c>coinbase/root.rs: get_network_lock_cost</c>.</remarks>
public readonly record struct LockCost(Tao Minimum, ulong ReductionBlocks)
{
    /// <param name="last">The last lock paid.</param>
    /// <param name="paidAt">When; block 0 is never, and then nothing is doubled.</param>
    public Tao At(Block now, Tao last, Block paidAt)
    {
        var start = (UInt128)last.Rao * (paidAt.Height == 0 ? 1u : 2u);
        var worn = (UInt128)(ReductionBlocks == 0 ? 0 : last.Rao / ReductionBlocks) * (ulong)(now - paidAt);
        var cost = start > worn ? start - worn : 0;
        return cost > Minimum.Rao ? new Tao((ulong)cost) : Minimum;
    }
}
