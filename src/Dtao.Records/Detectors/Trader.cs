using Dtao.Protocol.Units;

namespace Dtao.Records.Detectors;

/// <summary>What one agent did on one subnet from one block to another.</summary>
/// <param name="Net">TAO bought for less TAO sold for, rao.</param>
/// <param name="LargestBuy">Rao, and the id of that trade; the first of equals.</param>
/// <param name="FirstSale">Its place among the trades, and its id; null where it sold nothing.</param>
internal sealed record Trader(int Account, string Name, string Strategy, long Net, (long Rao, string Id) LargestBuy, (long Rao, string Id) LargestSale, (int Order, long Block, string Id)? FirstSale)
{
    public Tao Bought => new((ulong)Math.Max(0, Net));

    public Tao Sold => new((ulong)Math.Max(0, -Net));
}
