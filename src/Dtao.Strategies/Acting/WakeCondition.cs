using Dtao.Protocol.Units;

namespace Dtao.Strategies.Acting;

public enum WakeKind : byte
{
    At,
    Every,
    PriceAbove,
    PriceBelow,
    OnPost,
    OnFill,
    OnIncome,
    OnNewSubnet,
    OnEpoch,
}

/// <summary>When an agent wants to be woken. Made by <see cref="When"/>.</summary>
/// <param name="Netuid">Of a price or an epoch.</param>
/// <param name="Blocks">A block's height, a period, an offset after an epoch, or the topics of posts, a bit each.</param>
/// <param name="Price">TAO per alpha.</param>
public readonly record struct WakeCondition(WakeKind Kind, NetUid Netuid, long Blocks, double Price);

/// <summary>The ways to be woken.</summary>
public static class When
{
    /// <summary>At one block, or at the next one if that has passed.</summary>
    public static WakeCondition At(Block block) => new(WakeKind.At, default, block.Height, 0);

    /// <summary>Again and again, first after <paramref name="blocks"/>, at least 1.</summary>
    public static WakeCondition Every(long blocks) => new(WakeKind.Every, default, blocks, 0);

    /// <summary>Once, after <paramref name="blocks"/>, at least 1.</summary>
    public static WakeCondition In(Block now, long blocks) => At(now + Math.Max(1, blocks));

    /// <summary>Once, when a closed block's price stands above <paramref name="price"/>.</summary>
    public static WakeCondition Above(NetUid netuid, double price) => new(WakeKind.PriceAbove, netuid, 0, Known(price));

    /// <summary>Once, when a closed block's price stands below <paramref name="price"/>.</summary>
    public static WakeCondition Below(NetUid netuid, double price) => new(WakeKind.PriceBelow, netuid, 0, Known(price));

    /// <summary>Whenever somebody it listens to has posted about one of <paramref name="topics"/>; about anything, where none is named.</summary>
    public static WakeCondition Post(params ReadOnlySpan<Topic> topics)
    {
        var mask = 0L;
        foreach (var topic in topics) mask |= MaskOf(topic);
        return new(WakeKind.OnPost, default, topics.IsEmpty ? -1 : mask, 0);
    }

    /// <summary>The bit by which a wish to hear of a topic is kept.</summary>
    public static long MaskOf(Topic topic) => 1L << (int)topic;

    /// <summary>Whenever a command of its own was done, in whole or in part.</summary>
    public static WakeCondition Fill() => new(WakeKind.OnFill, default, 0, 0);

    /// <summary>Whenever an epoch has paid it incentive, dividends or an owner cut to its own hotkey.</summary>
    public static WakeCondition Income() => new(WakeKind.OnIncome, default, 0, 0);

    /// <summary>Whenever a subnet was registered.</summary>
    public static WakeCondition NewSubnet() => new(WakeKind.OnNewSubnet, default, 0, 0);

    /// <summary>No price ever stands above or below what is no number; a wait for it is a mistake in the strategy.</summary>
    private static double Known(double price) =>
        double.IsNaN(price) ? throw new ArgumentOutOfRangeException(nameof(price), price, "A price to wait for must be a number.") : price;

    /// <summary>After each epoch of a subnet, <paramref name="offset"/> blocks later.</summary>
    public static WakeCondition Epoch(NetUid netuid, long offset = 0) => new(WakeKind.OnEpoch, netuid, offset, 0);
}
