using System.Collections.Immutable;
using Dtao.Agents.Worlds;
using Dtao.Records.Events;
using Dtao.Records.Summaries;

namespace Dtao.Agents.Running;

/// <summary>How a world stood before and after its run.</summary>
/// <param name="First">At the first sample after a day, or at genesis for a run of two days or less.</param>
/// <param name="HashHead">Head of the state-hash chain.</param>
/// <param name="Wall">Time the run took.</param>
public sealed record RunResult(
    World World,
    RunEnd End,
    string HashHead,
    BlockSample First,
    BlockSample Last,
    ImmutableArray<AgentWealth> LastWealth,
    TimeSpan Wall);
