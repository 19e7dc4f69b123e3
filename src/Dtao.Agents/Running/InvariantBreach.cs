using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Running;

/// <summary>A law of the economy broke during a run: where, and what was settled last.</summary>
public sealed class InvariantBreach(ulong seed, Block block, IReadOnlyList<string> lastEvents, Exception inner)
    : Exception(FormattableString.Invariant($"seed {seed}, block {block.Height}: {inner.Message}"), inner)
{
    /// <summary>Whether what was thrown says that a law broke. The economy's arithmetic is checked: an overflow is a breach like any other.</summary>
    public static bool Is(Exception thrown) => thrown is InvariantBroken or OverflowException or DivideByZeroException;

    public ulong Seed { get; } = seed;

    public Block Block { get; } = block;

    /// <summary>The last outcomes before the breach, oldest first.</summary>
    public IReadOnlyList<string> LastEvents { get; } = lastEvents;
}
