using Dtao.Protocol.Units;

namespace Dtao.Records.Measuring;

/// <summary>
/// The beginning that does not count. A launch begins with pools that all say 1 TAO and with hardly any trade: what prices do there tells of the launch,
/// not of the market, and is told from where they have found their level.
/// </summary>
public static class Beginning
{
    /// <summary>A launch's first day.</summary>
    public const long Blocks = Block.PerDay;

    /// <summary>What does not count of so long a run: its first day, and nothing where that would be half of it or more.</summary>
    /// <param name="runBlocks">How long it lasts.</param>
    /// <param name="settlingBlocks">How long prices are given; longer than a day where a single subnet's highest and lowest price are all that counts.</param>
    public static long NotCounted(long runBlocks, long settlingBlocks = Blocks) => runBlocks > 2 * settlingBlocks ? settlingBlocks : 0;
}
