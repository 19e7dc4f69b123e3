using Dtao.Protocol.Units;

namespace Dtao.Records.Detectors;

/// <summary>A subnet's last prices, and beside each what had been bought less sold by then and what the pool held. A price holds until the next is told.</summary>
/// <param name="netuid">The subnet.</param>
/// <param name="origin">The block before the first one.</param>
/// <param name="lookBack">Blocks that are remembered.</param>
internal sealed class SubnetTape(NetUid netuid, Block origin, long lookBack)
{
    /// <summary>Blocks from one place to the next: prices are told no oftener by default, and a day has no more than 720.</summary>
    public const long Step = 10;

    private readonly double[] prices = new double[PlacesOf(lookBack) + 1];
    private readonly long[] bought = new long[PlacesOf(lookBack) + 1];
    private readonly long[] reserves = new long[PlacesOf(lookBack) + 1];
    private double[] sorted = [];
    private long net;

    public NetUid Netuid { get; } = netuid;

    /// <summary>Of the first price; −1 before it.</summary>
    public long First { get; private set; } = -1;

    /// <summary>Of the last price.</summary>
    public long Last { get; private set; } = -1;

    public double Price => prices[Last % prices.Length];

    /// <summary>TAO in the pool when it was last looked at, rao.</summary>
    public long Reserve { get; set; }

    /// <summary>Places in so many blocks.</summary>
    public static long PlacesOf(long blocks) => blocks / Step;

    public Block BlockOf(long place) => origin + place * Step;

    public void Buy(long rao) => net += rao;

    /// <summary>Notes a price; places in between keep the one before.</summary>
    public void Note(Block block, double price)
    {
        var place = (block - origin) / Step;
        if (First < 0) First = Last = place;
        for (var missed = Math.Max(Last + 1, place - prices.Length); missed < place; missed++) Put(missed, Price);
        Last = place;
        Put(place, price);
    }

    public double At(long place) => prices[place % prices.Length];

    /// <summary>TAO bought less TAO sold for after one place and up to another, rao.</summary>
    public long NetBuying(long after, long to) => bought[to % bought.Length] - bought[after % bought.Length];

    public long ReserveAt(long place) => reserves[place % reserves.Length];

    /// <summary>Whether so many blocks have gone by since its first price.</summary>
    public bool IsKnownFor(long blocks) => First >= 0 && Last - First >= PlacesOf(blocks);

    /// <summary>The place of the lowest price of the last so many blocks, but not before one; the latest of equals.</summary>
    public long Lowest(long blocks, long notBefore)
    {
        var lowest = Last;
        for (var place = From(blocks, notBefore); place < Last; place++)
            if (At(place) < At(lowest))
                lowest = place;
        return lowest;
    }

    /// <inheritdoc cref="Lowest"/>
    /// <summary>The place of the highest price of the last so many blocks, but not before one; the latest of equals.</summary>
    public long Highest(long blocks, long notBefore)
    {
        var highest = Last;
        for (var place = From(blocks, notBefore); place < Last; place++)
            if (At(place) > At(highest))
                highest = place;
        return highest;
    }

    /// <summary>The median price of the last so many blocks; of an even number of places the upper of the two.</summary>
    public double Median(long blocks)
    {
        var count = (int)(Last - From(blocks, First)) + 1;
        if (sorted.Length < prices.Length) sorted = new double[prices.Length];
        for (var i = 0; i < count; i++) sorted[i] = At(Last - i);
        var median = sorted.AsSpan(0, count);
        median.Sort();
        return median[count / 2];
    }

    private long From(long blocks, long notBefore) => Math.Max(Math.Max(First, notBefore), Last - Math.Min(PlacesOf(blocks), prices.Length - 1));

    private void Put(long place, double price)
    {
        var at = place % prices.Length;
        (prices[at], bought[at], reserves[at]) = (price, net, Reserve);
    }
}
