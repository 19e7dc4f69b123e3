using Dtao.Protocol.Units;

namespace Dtao.Agents.Running;

/// <summary>A law of the economy broke during a run: where, and what was settled last.</summary>
public sealed class InvariantBreach(ulong seed, Block block, IReadOnlyList<string> lastEvents, Exception inner)
    : Exception(FormattableString.Invariant($"seed {seed}, block {block.Height}: {inner.Message}"), inner)
{
    public ulong Seed { get; } = seed;

    public Block Block { get; } = block;

    /// <summary>The last outcomes before the breach, oldest first.</summary>
    public IReadOnlyList<string> LastEvents { get; } = lastEvents;
}
