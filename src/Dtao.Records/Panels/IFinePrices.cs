using Dtao.Protocol.Units;

namespace Dtao.Records.Panels;

/// <summary>Prices by the minute: to follow one subnet, and to see the whole market at one block.</summary>
public interface IFinePrices
{
    /// <summary>Null for a subnet that was never seen.</summary>
    PriceSeries? Of(int netuid);

    /// <summary>Price of every subnet that has one at the close of a block.</summary>
    IReadOnlyList<(int Netuid, double Price)> At(Block block);

    /// <summary>Subnets that were not there at the beginning, and the block at which each was first seen.</summary>
    IReadOnlyList<(int Netuid, Block First)> Newcomers();
}
