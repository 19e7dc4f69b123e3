using Akka.Actor;
using Dtao.Agents.Conversation;
using Dtao.Agents.Lanes;
using Dtao.Agents.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Memory;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Actors;

/// <summary>The shell round one agent's strategy: asked once, answers once, whatever the strategy does.</summary>
/// <remarks>It keeps its own copies of what every wake needs: with many agents, each object more that a wake touches is a cache miss more.</remarks>
public sealed class AgentActor(Seat seat, ulong runSeed, IActorRef ledger, LaneProgress progress) : LaneActor
{
    private const int StrategyLines = 2;

    private readonly int index = seat.Index;
    private readonly IStrategy strategy = seat.Strategy;
    private readonly IHearsFills? hears = seat.Strategy as IHearsFills;
    private readonly AccountId account = seat.Account, by = seat.Delegate;
    private readonly Dice dice = Dice.For(runSeed, seat.Key, 0, Purpose.Decide);
    private Exception? unheard;

    internal override void FetchOwn()
    {
        CacheLines.Fetch(strategy, StrategyLines);
        CacheLines.Fetch(dice, lines: 1);
    }

    protected override void OnReceive(object message)
    {
        using var stay = RunProfile.In(progress.Profile, RunPhase.Strategies);
        switch (message)
        {
            case Wake wake: ledger.Tell(Answer(wake), ActorRefs.NoSender); break;
            case Outcome outcome: Hear(outcome); break;
            default: Unhandled(message); break;
        }
    }

    private AgentIntent Answer(Wake wake)
    {
        var own = wake.Own; // What the economy throws is no fault of the strategy's.
        progress.Enter(index, wake.Block.Height);
        try
        {
            if (unheard is not null) return new AgentIntent(index, Intent.None, unheard);
            var heard = wake.Heard;
            var sight = new Sight(wake.Block, wake.Market, own, heard, by);
            var intent = Own(strategy.Decide(sight, dice.At(wake.Block.Height)));
            return heard.WasRead ? new AgentIntent(index, intent, Fault: null) { Heard = heard } : new AgentIntent(index, intent, Fault: null);
        }
        catch (Exception fault) // A strategy is a researcher's code: whatever it throws ends in a fault that names it, never in a missing answer.
        {
            return new AgentIntent(index, Intent.None, fault);
        }
        finally
        {
            progress.Leave();
        }
    }

    /// <summary>An agent orders for its own account and for no other.</summary>
    private Intent Own(Intent intent)
    {
        foreach (var command in intent.Commands)
            if (command.Account != account)
                throw new InvalidOperationException($"ordered for account {command.Account}, which is not its own");
        return intent;
    }

    /// <summary>Nobody waits for an answer here, so a fault is kept for the next wake.</summary>
    private void Hear(Outcome outcome)
    {
        progress.Enter(index, progress.Block);
        try
        {
            hears!.Hear(outcome);
        }
        catch (Exception fault)
        {
            unheard ??= fault;
        }
        finally
        {
            progress.Leave();
        }
    }
}
