using Dtao.Protocol.Units;

namespace Dtao.Agents.Running;

public enum RunStop
{
    /// <summary>The last block was reached.</summary>
    Done,

    /// <summary>Somebody asked it to stop; the block at hand was finished.</summary>
    Cancelled,

    /// <summary>Something threw.</summary>
    Failed,
}

/// <summary>How a run came to its end.</summary>
/// <param name="Block">The last block closed, or the one in which it failed.</param>
public sealed record RunEnd(Block Block, RunStop Stop, Exception? Failure);
