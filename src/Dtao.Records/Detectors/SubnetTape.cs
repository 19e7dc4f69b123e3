using Dtao.Protocol.Units;

namespace Dtao.Records.Detectors;

/// <summary>A subnet's last prices, and beside each what had been bought less sold by then and what the pool held. A price holds until the next is told.</summary>
/// <param name="origin">The block before the first one.</param>
/// <param name="look">How far back detectors look.</param>
internal sealed class SubnetTape(NetUid netuid, Block origin, LookBack look)
{
    /// <summary>Blocks from one place to the next: prices are told no oftener by default, and a day has no more than 720.</summary>
    public const long Step = 10;

    private readonly double[] prices = new double[PlacesOf(look.Longest) + 1];
    private readonly (long Bought, long Reserve)[] flows = new (long, long)[PlacesOf(look.Longest) + 1];
    private readonly Extremes lows = new(PlacesOf(look.Rise), sign: 1), highs = new(PlacesOf(look.Fall), sign: -1);
    private double[] sorted = [];
    private long bought;

    public NetUid Netuid { get; } = netuid;

    /// <summary>Of the first price; −1 before it.</summary>
    public long First { get; private set; } = -1;

    /// <summary>Of the last price.</summary>
    public long Last { get; private set; } = -1;

    /// <summary>TAO per alpha.</summary>
    public double Price { get; private set; }

    /// <summary>TAO in the pool when it was last looked at, rao.</summary>
    public long Reserve { get; set; }

    /// <summary>Places in so many blocks.</summary>
    public static long PlacesOf(long blocks) => blocks / Step;

    public Block BlockOf(long place) => origin + place * Step;

    /// <param name="rao">Below 0 for a sale.</param>
    public void Buy(long rao) => bought += rao;

    /// <summary>Notes a price; places in between keep the one before.</summary>
    public void Note(Block block, double price)
    {
        var place = (block - origin) / Step;
        if (First < 0) First = Last = place;
        if (place > Last + 1) Hold(until: place);
        (Last, Price) = (place, price);
        Put(place);
        Compare(place);
    }

    /// <summary>TAO bought less TAO sold for after a place, rao.</summary>
    public long NetBuyingSince(long place) => bought - flows[place % flows.Length].Bought;

    /// <summary>TAO in the pool at a place, rao.</summary>
    public long ReserveAt(long place) => flows[place % flows.Length].Reserve;

    /// <summary>Whether so many blocks have gone by since its first price.</summary>
    public bool IsKnownFor(long blocks) => First >= 0 && Last - First >= PlacesOf(blocks);

    /// <summary>The lowest price of the time that a rise may take, but not from before a place; the latest of equals.</summary>
    public (long Place, double Price) Lowest(long notBefore) => lows.Since(notBefore);

    /// <summary>The highest price of the time that a fall may take, but not from before a place; the latest of equals.</summary>
    public (long Place, double Price) Highest(long notBefore) => highs.Since(notBefore);

    /// <summary>The highest price of the last so many blocks, but not from before a place.</summary>
    public double Top(long blocks, long notBefore)
    {
        var top = Price;
        for (var place = From(blocks, notBefore); place < Last; place++) top = Math.Max(top, prices[place % prices.Length]);
        return top;
    }

    /// <summary>Whether more than half of the last so many blocks had a price up to this one, so that the median lies no higher.</summary>
    public bool IsMedianUpTo(double price, long blocks)
    {
        var (from, upTo) = (From(blocks, First), 0);
        for (long place = from, at = from % prices.Length; place <= Last; place++)
        {
            upTo += prices[at] <= price ? 1 : 0;
            if (++at == prices.Length) at = 0;
        }
        return upTo > (Last - from + 1) / 2;
    }

    /// <summary>The median price of the last so many blocks; of an even number of places the upper of the two.</summary>
    public double Median(long blocks)
    {
        var count = (int)(Last - From(blocks, First)) + 1;
        if (sorted.Length < count) sorted = new double[prices.Length];
        for (var i = 0; i < count; i++) sorted[i] = prices[(Last - i) % prices.Length];
        var median = sorted.AsSpan(0, count);
        median.Sort();
        return median[count / 2];
    }

    private long From(long blocks, long notBefore) => Math.Max(Math.Max(First, notBefore), Last - Math.Min(PlacesOf(blocks), prices.Length - 1));

    /// <summary>Of equal prices only the latest place can be asked for.</summary>
    private void Hold(long until)
    {
        for (var place = Math.Max(Last + 1, until - prices.Length); place < until; place++) Put(place);
        Compare(until - 1);
    }

    private void Put(long place)
    {
        var at = place % prices.Length;
        (prices[at], flows[at]) = (Price, (bought, Reserve));
    }

    private void Compare(long place)
    {
        lows.Add(place, Price);
        highs.Add(place, Price);
    }
}

/// <summary>How far back prices matter, blocks: for a rise, for a fall, and for anything.</summary>
internal readonly record struct LookBack(long Rise, long Fall, long Longest)
{
    public static LookBack Of(DetectorRules rules) => new(
        rules.Pump.Within, rules.Crash.Within, Math.Max(Math.Max(rules.Pump.MedianOver, rules.Pump.Within), Math.Max(rules.Crash.MaximumOver, rules.Crash.Within)));
}
