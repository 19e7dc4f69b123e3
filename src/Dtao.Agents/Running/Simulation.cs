using System.Diagnostics;
using Akka.Actor;
using Dtao.Agents.Actors;
using Dtao.Agents.Lanes;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Running;

/// <summary>Runs a plan on a lane of its own and waits for its end.</summary>
public static class Simulation
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Blocks after which all of memory is looked through: what has lived for hours of the chain, such as pages and posts, would else pile up for months of a long run.</summary>
    private const long WholeCollectionBlocks = 30 * Block.PerDay;

    /// <param name="onLook">Told now and then which block the run has reached.</param>
    public static RunEnd Run(RunPlan plan, Action<Block>? onLook = null)
    {
        if (plan.LastBlock <= plan.Genesis) return new RunEnd(plan.Genesis, RunStop.Done, Failure: null);
        var end = new TaskCompletionSource<RunEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        var progress = plan.Progress ?? new LaneProgress { Profile = plan.Profile };
        var system = Lane.Open("run");
        try
        {
            system.ActorOf(Lane.Entry(Props.Create(typeof(RunSupervisor), plan, progress, end)), "supervisor");
            return Watch(plan, progress, end.Task, onLook);
        }
        finally
        {
            _ = system.Terminate();
        }
    }

    /// <summary>Waits for the end, and gives the run up when one decision takes longer than allowed: its thread cannot be stopped, only left behind.</summary>
    private static RunEnd Watch(RunPlan plan, LaneProgress progress, Task<RunEnd> end, Action<Block>? onLook)
    {
        var (turns, since, collectAt) = (progress.Turns, Stopwatch.StartNew(), plan.Genesis.Height + WholeCollectionBlocks);
        while (!end.Wait(Look))
        {
            onLook?.Invoke(new Block(progress.Block));
            if (progress.Block >= collectAt)
            {
                GC.Collect();
                collectAt = progress.Block + WholeCollectionBlocks;
                since.Restart(); // The lane stood still meanwhile, and no decision is to be blamed for that.
            }
            var agent = progress.Agent;
            if (agent == LaneProgress.Nobody || progress.Turns != turns) (turns, since) = (progress.Turns, Stopwatch.StartNew());
            else if (since.Elapsed > plan.StrategyTimeLimit)
            {
                progress.Halt(); // If it does come back, nobody waits for the blocks that would follow.
                return GivenUp(plan, plan.Seats[agent], new Block(progress.Block));
            }
        }
        return end.Result;
    }

    private static RunEnd GivenUp(RunPlan plan, Seat seat, Block block)
    {
        var limit = FormattableString.Invariant($"did not come back within {plan.StrategyTimeLimit.TotalSeconds:0.###} s");
        return new RunEnd(block, RunStop.Failed, new StrategyFault(seat, block, limit));
    }
}
