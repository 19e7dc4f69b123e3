using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Validators;

namespace Dtao.Strategies.Foundations;

/// <summary>
/// A foundation that votes in every subnet by the owners' code and watches what it can see there: a subnet's rank by price, its share of the
/// sum of prices, and whether its code pays for holding. Where its rule is met it speaks, acts, or both, after a time to make up its mind.
/// </summary>
public abstract class Guardian : CodeRunner
{
    private readonly SortedDictionary<int, long> decided = [];
    private readonly SortedSet<int> told = [];
    private readonly SortedSet<int> turned = [];
    private long nextLook;

    [Knob(KnobUnit.Number, "Rank by price, 1 the dearest, at which a subnet that pays for holding calls it", AtLeast = 0, AtMost = 1024)]
    public required double Rank { get; init; }

    [Knob(KnobUnit.Fraction, "Share of the sum of prices at which a subnet that pays for holding calls it", AtLeast = 0, AtMost = 1)]
    public required double PriceShare { get; init; }

    [Knob(KnobUnit.Fraction, "How far a subnet must pay for holding to concern it", AtLeast = 0, AtMost = 1)]
    public required double Minds { get; init; }

    [Knob(KnobUnit.Blocks, "Time between looks at the market", AtLeast = 1, AtMost = 2_628_000)]
    public required double Look { get; init; }

    [Knob(KnobUnit.Blocks, "Time from the look that calls it to what it says or does; may be a draw", AtLeast = 1, AtMost = 2_628_000)]
    public required double Delay { get; init; }

    /// <summary>Whether it says what it is going to pay for, and with what stake weight.</summary>
    protected abstract bool Speaks { get; }

    /// <summary>Whether it changes its own weights.</summary>
    protected abstract bool Acts { get; }

    /// <summary>Its scores where it acts.</summary>
    protected virtual void Turn(Metagraph subnet, Span<double> scores) => Scores.BySales(subnet, scores);

    protected sealed override void Score(Sight sight, Metagraph subnet, Dice dice, Span<double> scores)
    {
        if (turned.Contains(subnet.Netuid.Value)) Turn(subnet, scores);
        else base.Score(sight, subnet, dice, scores);
    }

    protected sealed override Intent Act(Sight sight, Dice dice)
    {
        if (sight.Now.Height >= nextLook)
        {
            nextLook = sight.Now.Height + (long)Look;
            Survey(sight);
        }
        var posts = new List<Post>();
        foreach (var (netuid, when) in decided)
            if (sight.Now.Height >= when && told.Add(netuid))
                posts.AddRange(Answer(sight, new NetUid((ushort)netuid)));
        var due = nextLook;
        foreach (var (netuid, when) in decided)
            if (!told.Contains(netuid))
                due = Math.Min(due, when);
        return (Intent.None with { Posts = [.. posts] }).WakeMe(When.At(new Block(due)));
    }

    private void Survey(Sight sight)
    {
        var sum = 0.0;
        foreach (var quote in sight.Quotes) sum += quote.Price;
        foreach (var quote in sight.Quotes)
        {
            if (PayForHolding(quote.Netuid) < Minds || decided.ContainsKey(quote.Netuid.Value)) continue;
            var dearer = sight.Quotes.Count(other => other.Price > quote.Price);
            if (dearer < Rank || quote.Price >= PriceShare * sum) decided[quote.Netuid.Value] = sight.Now.Height + (long)Delay;
        }
    }

    private IEnumerable<Post> Answer(Sight sight, NetUid netuid)
    {
        if (Acts)
        {
            turned.Add(netuid.Value);
            Watch(netuid);
        }
        if (!Speaks) yield break;
        yield return new Post(netuid, Topic.StakeShare, VotesOn(sight, netuid));
        yield return new Post(netuid, Topic.PayForSelling, 1);
    }

    private static double VotesOn(Sight sight, NetUid netuid) =>
        sight.MetagraphOf(netuid) is { } subnet && subnet.UidOf(sight.Own.Account) is { } uid ? subnet.Neurons[uid].VotingShare : 0;
}
