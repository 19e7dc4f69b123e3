using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Detectors;

/// <summary>Watches for one kind of thing as the run goes by, with no more memory than a look back needs. Each hears only what it asks for.</summary>
internal abstract class Detector
{
    protected List<Sighting> Seen { get; } = [];

    /// <summary>A subnet's price has moved.</summary>
    public virtual void Price(SubnetTape tape)
    {
    }

    /// <summary>Somebody bought for so much TAO; below 0, sold.</summary>
    public virtual void Trade(in TradeSeen trade)
    {
    }

    /// <summary>The chain did something by itself.</summary>
    public virtual void Chain(in RunEvent told, LedgerEvent happened)
    {
    }

    /// <summary>A validator's weights count from the next epoch on.</summary>
    public virtual void Weights(WeightsSet set)
    {
    }

    /// <summary>The whole market was looked at.</summary>
    public virtual void Sample(BlockSample sample)
    {
    }

    /// <summary>A block was closed.</summary>
    public virtual void Close(Block block)
    {
    }

    /// <summary>All that it saw, what still goes on included.</summary>
    public virtual IEnumerable<Sighting> End(Block last, IReadOnlyList<AccountHolding> holdings) => Seen;
}

/// <param name="Class">The strategy, by its number.</param>
/// <param name="Net">TAO paid; below 0, received. Rao.</param>
internal readonly record struct TradeSeen(NetUid Netuid, int Class, long Net);
