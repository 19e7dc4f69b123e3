using Dtao.Protocol.Units;
using Dtao.Records.Panels;

namespace Dtao.Records.Validation.Measures;

/// <summary>The stretches of time that the record's statistics are taken over, in blocks since the start.</summary>
/// <remarks>The chain's began on 13 February 2025 at 21:43; its first whole day is 16 February, since the prices begin with it.</remarks>
internal static class Windows
{
    /// <summary>Midnight of 16 February 2025. All days are counted from there, so that a run's days and the chain's have the same edges.</summary>
    private const long FirstMidnight = 15_086;

    private const int RowsPerDay = 24;

    /// <summary>16 February to 2 March: the launch.</summary>
    public static PricePanel Launch(PricePanel panel, Block start) => panel.Between(Midnight(start, 0), Midnight(start, 14));

    /// <summary>From 1 March on.</summary>
    public static PricePanel Later(PricePanel panel, Block start) => panel.Between(Midnight(start, 13), panel.Last);

    /// <summary>From 16 February on.</summary>
    public static PricePanel Whole(PricePanel panel, Block start) => panel.Between(Midnight(start, 0), panel.Last);

    public static PricePanel Daily(this PricePanel hourly) => hourly.Every(RowsPerDay);

    public static PricePanel Weekly(this PricePanel hourly) => hourly.Every(7 * RowsPerDay);

    private static Block Midnight(Block start, int day) => start + FirstMidnight + day * Block.PerDay;
}
