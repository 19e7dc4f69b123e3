using Dtao.Agents.Running;

namespace Dtao.Agents.Lanes;

/// <summary>Where the lane is, for a watchdog on another thread or in another process: which agent is deciding, in which block.</summary>
/// <remarks>It lies in memory that may be shared with another process, which can read it even after this one was killed.</remarks>
public sealed unsafe class LaneProgress
{
    public const int Nobody = -1;

    /// <summary>Words of eight bytes that it takes.</summary>
    public const int Cells = 5;

    private const int AgentCell = 0, BlockCell = 1, TurnsCell = 2, HungriestCell = 3, EatenCell = 4;

    private readonly long* cells;
    private readonly long[]? own;
    private readonly long[]? eaten;
    private long eatenBefore;
    private bool halted;

    public LaneProgress()
    {
        own = GC.AllocateArray<long>(Cells, pinned: true);
        fixed (long* first = own) cells = first;
        Put(AgentCell, Nobody);
        Put(HungriestCell, Nobody);
    }

    /// <param name="shared">Room for <see cref="Cells"/> words, which outlives this object.</param>
    /// <param name="seats">Agents of the run; how much each has allocated is counted.</param>
    public LaneProgress(long* shared, int seats)
    {
        cells = shared;
        eaten = new long[seats];
        foreach (var cell in (ReadOnlySpan<int>)[BlockCell, TurnsCell, EatenCell]) Put(cell, 0);
        Put(AgentCell, Nobody);
        Put(HungriestCell, Nobody);
    }

    /// <summary>What another process writes.</summary>
    public static LaneProgress Of(long* shared) => new(shared);

    private LaneProgress(long* shared) => cells = shared;

    /// <summary>Who measures this lane's time; null where nobody does.</summary>
    public RunProfile? Profile { get; init; }

    /// <summary>The seat of the agent whose strategy is running, or <see cref="Nobody"/>.</summary>
    public int Agent => (int)Get(AgentCell);

    public long Block => Get(BlockCell);

    /// <summary>Grows with every decision, so that two looks can tell one long decision from many short ones.</summary>
    public long Turns => Get(TurnsCell);

    /// <summary>The seat of the agent whose decisions have allocated most so far, or <see cref="Nobody"/> where that is not counted.</summary>
    public int Hungriest => (int)Get(HungriestCell);

    public void Enter(int seat, long height)
    {
        if (eaten is not null) eatenBefore = GC.GetAllocatedBytesForCurrentThread();
        Put(BlockCell, height);
        Put(AgentCell, seat);
    }

    public void Leave()
    {
        if (eaten is not null) Count(Agent);
        Put(AgentCell, Nobody);
        Put(TurnsCell, Turns + 1);
    }

    /// <summary>Whether the run has failed: no block is to be opened any more.</summary>
    public bool IsHalted => Volatile.Read(ref halted);

    public void Halt() => Volatile.Write(ref halted, true);

    public void Reach(long height) => Put(BlockCell, height);

    private void Count(int seat)
    {
        var all = eaten![seat] += GC.GetAllocatedBytesForCurrentThread() - eatenBefore;
        if (all <= Get(EatenCell)) return;
        Put(EatenCell, all);
        Put(HungriestCell, seat);
    }

    private long Get(int cell) => Volatile.Read(ref cells[cell]);

    private void Put(int cell, long value) => Volatile.Write(ref cells[cell], value);
}
