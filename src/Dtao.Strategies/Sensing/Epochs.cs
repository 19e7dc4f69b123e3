using Dtao.Protocol.Emission;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Strategies.Sensing;

/// <summary>When the epochs of a subnet come, as anyone can compute.</summary>
public static class Epochs
{
    /// <summary>The first block after <paramref name="now"/> that comes <paramref name="lead"/> blocks before an epoch; null for a subnet that has none.</summary>
    /// <param name="lead">Blocks; negative for after the epoch.</param>
    public static Block? Before(in SubnetQuote quote, Block now, long lead)
    {
        var earliest = now + 1 + lead;
        var wait = EpochSchedule.BlocksUntilNextEpoch(quote.Netuid.Value, quote.TempoBlocks, (ulong)earliest.Height);
        return wait == EpochSchedule.Never ? null : earliest + (long)wait + -lead;
    }

    /// <summary>Whether <paramref name="now"/> comes <paramref name="lead"/> blocks before an epoch.</summary>
    public static bool IsBefore(in SubnetQuote quote, Block now, long lead) => Before(quote, now + -1, lead) == now;
}
