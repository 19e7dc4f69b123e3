using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Miners;

/// <summary>
/// What all miners have in common who do the work that a subnet asks for. Their machine works on one subnet at a time, where they have a place;
/// whoever asks it for an answer sees how good its work is.
/// </summary>
public abstract class Worker : IStrategy, IHearsFills
{
    private NetUid? shown;
    private Block lastLook, placedAt;

    /// <summary>No page taken up to here shows it a place.</summary>
    private Block searched = new(-1);

    private int uid;

    [Knob(KnobUnit.Fraction, "Quality of its work; the higher, the more honest scorers give it", AtLeast = 0, AtMost = 1)]
    public required double Skill { get; init; }

    [Knob(KnobUnit.Blocks, "Mean time between looks; pauses are exponential", AtLeast = 1, AtMost = 2_628_000)]
    public required double Pause { get; init; }

    /// <summary>Where its machine works; null while it has no place.</summary>
    protected NetUid? Home { get; private set; }

    public void Hear(Outcome outcome)
    {
        if (outcome is NeuronRegistered registered) (Home, placedAt) = (registered.Netuid, lastLook);
    }

    public Intent Decide(Sight sight, Dice dice)
    {
        lastLook = sight.Now;
        LookForPlace(sight);
        var intent = Intent.Of(Act(sight, dice)).Say(ShowWork(sight.Own.Account)).WakeMe(NextLook(sight, dice));
        return intent.Commands.Any(command => command is RegisterNeuron) ? intent.WakeMe(When.Fill()) : intent; // it shows its work there at once
    }

    /// <summary>What it orders at a look.</summary>
    protected abstract List<LedgerCommand?> Act(Sight sight, Dice dice);

    /// <summary>An explorer's page tells it where it has a place, and that it has lost it.</summary>
    private void LookForPlace(Sight sight)
    {
        var own = sight.Own.Account;
        if (Home is { } home && sight.MetagraphOf(home) is { } page && page.Block > placedAt && !Shows(page, own)) Home = null;
        if (Home is not null) return;
        foreach (var other in sight.Market.Metagraphs)
            if (other.Block > searched && other.Netuid != shown && Shows(other, own))
                (Home, placedAt) = (other.Netuid, other.Block);
        if (Home is null && shown is null) searched = sight.Market.Block;
    }

    /// <summary>Looks first where it stood before: a neuron keeps its uid.</summary>
    private bool Shows(Metagraph page, AccountId own)
    {
        if (uid < page.Hotkeys.Length && page.Hotkeys[uid] == own.Index) return true;
        if (page.UidOf(own) is not { } found) return false;
        uid = found;
        return true;
    }

    private ImmutableArray<Post> ShowWork(AccountId own)
    {
        if (shown == Home) return [];
        var posts = ImmutableArray.CreateBuilder<Post>();
        if (shown is { } left) posts.Add(new Post(left, Topic.Work, 0, own));
        if (Home is { } home) posts.Add(new Post(home, Topic.Work, Skill, own));
        shown = Home;
        return posts.ToImmutable();
    }

    /// <summary>Until every subnet has had an epoch, it may have a place that no page shows yet.</summary>
    private WakeCondition NextLook(Sight sight, Dice dice)
    {
        var pause = dice.Exponential(Pause);
        var mayBeUnseen = Home is null && sight.Market.Metagraphs.Length < sight.Market.Netuids.Length;
        return When.In(sight.Now, (long)(mayBeUnseen ? Math.Min(pause, sight.Quotes[0].TempoBlocks + 1) : pause));
    }
}
