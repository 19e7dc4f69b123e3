namespace Dtao.Protocol.Emission;

/// <summary>When a subnet's epoch is due: every tempo + 1 blocks, shifted by its netuid.</summary>
/// <remarks>subtensor v2.0.1 <c>coinbase/run_coinbase.rs: blocks_until_next_epoch</c>; the sum wraps at 2⁶⁴.</remarks>
public static class EpochSchedule
{
    public const ulong Never = ulong.MaxValue;

    public static ulong BlocksUntilNextEpoch(ushort netuid, ushort tempo, ulong block) =>
        tempo == 0 ? Never : tempo - unchecked(block + netuid + 1) % (tempo + 1UL);

    public static bool IsDue(ushort netuid, ushort tempo, ulong block) => BlocksUntilNextEpoch(netuid, tempo, block) == 0;
}
