using Dtao.Protocol.Units;
using Dtao.Records.Panels;

namespace Dtao.Records.Validation;

/// <summary>The rise and fall of the subnet that was taken over, read off its prices, TAO per alpha.</summary>
public sealed class Episode
{
    /// <summary>A pump's low is sought so far back: a rise that took longer is no pump.</summary>
    private const long LongestPump = 4 * Block.PerDay;

    public Episode(PriceSeries prices, EpisodeMarks marks, Block end)
    {
        (Prices, Marks, End) = (prices, marks, end);
        (Peak, PeakPrice) = prices.Highest(marks.Takeover, marks.Announcement ?? end);
        (Low, LowPrice) = prices.Lowest(Later(prices.First, Peak + -LongestPump), Peak);
        (Trough, TroughPrice) = prices.Lowest(Peak, Earlier(end, Peak + Block.PerDay));
        ReboundPrice = prices.Highest(Trough, Earlier(end, Trough + Block.PerDay)).Price;
    }

    public PriceSeries Prices { get; }

    public EpisodeMarks Marks { get; }

    /// <summary>The last block of the run.</summary>
    public Block End { get; }

    /// <summary>The highest price from the takeover to the announcement, or to the end where none came.</summary>
    public Block Peak { get; }

    public double PeakPrice { get; }

    /// <summary>The lowest price in the four days before the peak.</summary>
    public Block Low { get; }

    public double LowPrice { get; }

    /// <summary>The lowest price in the day after the peak.</summary>
    public Block Trough { get; }

    public double TroughPrice { get; }

    /// <summary>The highest price in the day after the trough.</summary>
    public double ReboundPrice { get; }

    /// <summary>Whether the run went on for so many blocks after a block.</summary>
    public bool Knows(Block from, long blocks) => from + blocks <= End;

    /// <summary>Change of price, as a fraction.</summary>
    public double Change(Block from, long blocks) => Prices.At(from + blocks) / Prices.At(from) - 1;

    private static Block Earlier(Block one, Block other) => one < other ? one : other;

    private static Block Later(Block one, Block other) => one > other ? one : other;
}
