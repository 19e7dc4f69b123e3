namespace Dtao.Agents.Lanes;

/// <summary>Where the lane is, for a watchdog on another thread: which agent is deciding, in which block.</summary>
public sealed class LaneProgress
{
    public const int Nobody = -1;

    private int agent = Nobody;
    private long block;
    private long turns;
    private bool halted;

    /// <summary>The seat of the agent whose strategy is running, or <see cref="Nobody"/>.</summary>
    public int Agent => Volatile.Read(ref agent);

    public long Block => Volatile.Read(ref block);

    /// <summary>Grows with every decision, so that two looks can tell one long decision from many short ones.</summary>
    public long Turns => Volatile.Read(ref turns);

    public void Enter(int seat, long height)
    {
        Volatile.Write(ref block, height);
        Volatile.Write(ref agent, seat);
    }

    public void Leave()
    {
        Volatile.Write(ref agent, Nobody);
        Volatile.Write(ref turns, turns + 1);
    }

    /// <summary>Whether the run has failed: no block is to be opened any more.</summary>
    public bool IsHalted => Volatile.Read(ref halted);

    public void Halt() => Volatile.Write(ref halted, true);

    public void Reach(long height) => Volatile.Write(ref block, height);
}
