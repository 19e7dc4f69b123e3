using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>Tells at once of most netuids that they are not in a set: a bit for each remainder by 128, and there are seldom more subnets than that.</summary>
/// <remarks>Bloom, <i>Space/Time Trade-offs in Hash Coding with Allowable Errors</i> (1970), with one hash.</remarks>
internal struct NetUidFilter
{
    private ulong lower, upper;

    public void Add(NetUid netuid)
    {
        if ((netuid.Value & 64) == 0) lower |= 1ul << netuid.Value;
        else upper |= 1ul << netuid.Value;
    }

    /// <summary>False only for what was never added.</summary>
    public readonly bool MayHave(NetUid netuid) => (((netuid.Value & 64) == 0 ? lower : upper) >> netuid.Value & 1) != 0;
}
