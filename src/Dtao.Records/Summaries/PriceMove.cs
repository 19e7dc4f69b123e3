using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;

namespace Dtao.Records.Summaries;

/// <summary>How a subnet's spot price changed, TAO per alpha; <paramref name="Return"/> as a fraction of the first.</summary>
public sealed record PriceMove(int Netuid, double From, double To, double Return)
{
    /// <summary>Every subnet that both views know and that had a price, the largest gain first; equals by netuid.</summary>
    public static ImmutableArray<PriceMove> Between(MarketView first, MarketView last)
    {
        var moves = new List<PriceMove>();
        foreach (var quote in last.Quotes)
            if (first.Find(quote.Netuid) is { Price: > 0 } before)
                moves.Add(new PriceMove(quote.Netuid.Value, before.Price, quote.Price, quote.Price / before.Price - 1));
        return [.. moves.OrderByDescending(move => move.Return).ThenBy(move => move.Netuid)];
    }
}
