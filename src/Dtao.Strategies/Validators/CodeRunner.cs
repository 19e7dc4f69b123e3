using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Validators;

/// <summary>
/// Runs what a subnet's owner publishes, as most validators do: it scores the work that it sees, with some noise, but by alpha held as far as
/// the code says that holding is paid, and it gives the owner's uid what the code gives it. Where that costs it dividends, it goes over to the consensus.
/// </summary>
public abstract class CodeRunner : Voting
{
    private readonly BySubnet<SeenWork?> work = new(null);
    private readonly BySubnet<double> payForHolding = new(0);
    private readonly MinerBurns burned = new();
    private readonly SortedSet<int> copied = [];

    [Knob(KnobUnit.Fraction, "Standard deviation of the log error with which it judges work; the larger, the less skill is paid", AtLeast = 0, AtMost = 5)]
    public required double Noise { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its fair dividends below which it copies the consensus of a subnet", AtLeast = 0, AtMost = 1)]
    public required double CopyBelow { get; init; }

    /// <summary>How much of a miner's pay the subnet's code gives for alpha held, 0 to 1.</summary>
    protected double PayForHolding(NetUid netuid) => payForHolding.Of(netuid);

    protected override void Hear(Heard post)
    {
        if (!double.IsFinite(post.Value)) return;
        SeenWork.Hear(work, post);
        burned.Hear(post);
        if (post.Topic == Topic.PayForHolding)
        {
            payForHolding[post.Netuid] = Math.Clamp(post.Value, 0, 1);
            Watch(post.Netuid);
        }
    }

    protected override void Score(Sight sight, Metagraph subnet, Dice dice, Span<double> scores)
    {
        if (Copies(sight, subnet))
        {
            Scores.ByConsensus(subnet, scores);
            return;
        }
        ByCode(subnet, dice, scores);
        Burn(sight, subnet, scores);
    }

    /// <summary>Gives the owner's uid its share of the pay, where it has a place; burn is what the chain makes of it.</summary>
    private void Burn(Sight sight, Metagraph subnet, Span<double> scores)
    {
        var share = burned[subnet.Netuid];
        if (!(share > 0) || sight.Market.Find(subnet.Netuid) is not { } quote || subnet.UidOf(quote.Owner) is not { } owner) return;
        ToShares(scores);
        foreach (ref var part in scores) part = (1 - share) * part;
        scores[owner] += share;
    }

    /// <summary>What the owner's code comes to: parts of 1, or 0 for all.</summary>
    protected virtual void ByCode(Metagraph subnet, Dice dice, Span<double> scores)
    {
        ByWork(subnet, dice, scores);
        ToShares(scores);
        var forHolding = PayForHolding(subnet.Netuid);
        if (forHolding == 0) return;
        using var held = Row.Of(scores.Length);
        Scores.ByHolding(subnet, held.All);
        ToShares(held.All);
        for (var uid = 0; uid < scores.Length; uid++) scores[uid] = forHolding * held[uid] + (1 - forHolding) * scores[uid];
    }

    private void ByWork(Metagraph subnet, Dice dice, Span<double> scores)
    {
        if (work.Of(subnet.Netuid) is not { } seen) return;
        var qualities = seen.On(subnet);
        var judged = 0;
        foreach (var quality in qualities)
            if (quality >= 0)
                judged++;
        using var errors = Row.Of(judged);
        dice.Normal(0, Noise, errors.All);
        Reproducible.Exp(errors.All);
        for (var (uid, next) = (0, 0); uid < scores.Length; uid++)
            if (qualities[uid] >= 0)
                scores[uid] = qualities[uid] * errors[next++];
    }

    /// <summary>At an epoch it compares what it was paid with its share of the votes; it goes on copying once it has begun.</summary>
    private bool Copies(Sight sight, Metagraph subnet)
    {
        if (subnet.UidOf(sight.Own.Account) is { } uid && subnet.Neurons[uid] is var own
            && own.VotingShare > 0 && own.DividendShare > 0 && own.DividendShare < CopyBelow * own.VotingShare)
            copied.Add(subnet.Netuid.Value);
        return copied.Contains(subnet.Netuid.Value);
    }

    /// <summary>How good the work is that the last epoch paid for, 0 to 1; pay that went to nobody who works buys nothing.</summary>
    protected double PaidWork(Metagraph subnet) => work.Of(subnet.Netuid)?.PaidOn(subnet) ?? 0;

    /// <summary>Makes scores into parts of 1, where they stand; 0 for all stays so.</summary>
    private static void ToShares(Span<double> scores)
    {
        var sum = 0.0;
        foreach (var score in scores) sum += score;
        if (sum > 0) DoubleLanes.Divide(scores, sum);
    }
}
