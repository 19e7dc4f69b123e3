using Dtao.Protocol.Units;

namespace Dtao.Agents.Running;

/// <summary>A strategy threw, or did not come back.</summary>
public sealed class StrategyFault(Seat seat, Block block, string what, Exception? inner = null)
    : Exception(FormattableString.Invariant($"{seat.Name} (strategy {seat.StrategyName}) {what} in block {block.Height}"), inner)
{
    public Seat Seat { get; } = seat;

    public Block Block { get; } = block;
}
