using Dtao.Protocol.Units;

namespace Dtao.Records.Events;

/// <summary>When a block is: counted from one known block, never from a clock.</summary>
public sealed record SimulatedTime(Block FirstBlock, DateTimeOffset FirstBlockTime)
{
    public DateTimeOffset At(Block block) => FirstBlockTime.AddSeconds((block - FirstBlock) * (double)Block.Seconds).ToUniversalTime();
}
