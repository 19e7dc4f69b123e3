using Dtao.Protocol.Units;

namespace Dtao.Protocol.Registration;

/// <summary>Which subnet goes when there are as many as may be: the lowest moving price among those out of immunity; ties go to the earliest registration, then to the lowest netuid.</summary>
/// <remarks>subtensor v3.2.8 <c>coinbase/root.rs: get_network_to_prune</c>.</remarks>
public static class SubnetPruning
{
    /// <param name="subnets">Moving price and registration of each.</param>
    /// <returns>An index; null where all are immune.</returns>
    public static int? Choose(ReadOnlySpan<(I96F32 MovingPrice, Block RegisteredAt)> subnets, Block now, long immunityBlocks)
    {
        int? chosen = null;
        for (var i = 0; i < subnets.Length; i++)
        {
            if (now - subnets[i].RegisteredAt < immunityBlocks) continue;
            if (chosen is not { } best || subnets[i].CompareTo(subnets[best]) < 0) chosen = i;
        }
        return chosen;
    }
}
