using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Validators;

/// <summary>
/// What all who set weights have in common: every pause they score the miners of each subnet where they are registered, but those of a subnet
/// that they watch closely just before each epoch; and they sell a share of their dividends now and then.
/// </summary>
public abstract class Voting : IStrategy
{
    /// <summary>The block after the one at whose close the explorer's page is taken.</summary>
    private const long LeadBlocks = Explorer.LeadBlocks - 1;

    private readonly Income income = new();
    private readonly SortedSet<int> watched = [];
    private long nextRound, nextSale;

    /// <summary>Whether <see cref="Act"/> named something to wait for at the last look.</summary>
    private bool actWaits;

    [Knob(KnobUnit.Blocks, "Time between two rounds of weights; beyond the chain's activity cutoff its stake no longer counts", AtLeast = 100, AtMost = 2_628_000)]
    public required double Pause { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its dividends that it sells", AtLeast = 0, AtMost = 1)]
    public required double Share { get; init; }

    [Knob(KnobUnit.Blocks, "Time between sales", AtLeast = 1, AtMost = 2_628_000)]
    public required double SellEvery { get; init; }

    public Intent Decide(Sight sight, Dice dice)
    {
        foreach (var post in sight.Heard.Posts) Hear(post);
        var (isRound, isSale) = (sight.Now.Height >= nextRound, sight.Now.Height >= nextSale);
        if (isRound) nextRound = sight.Now.Height + (long)Pause;
        if (isSale) nextSale = sight.Now.Height + (long)SellEvery;
        var commands = new List<LedgerCommand?>();
        if (isRound || watched.Count > 0) Vote(sight, isRound, commands, dice);
        if (isSale) commands.AddRange(income.Sell(sight, Share));
        var further = Act(sight, dice);
        commands.AddRange(further.Commands);
        var intent = Intent.Of(commands) with { Posts = further.Posts };
        var stands = !isRound && !isSale && watched.Count == 0 && !actWaits && further.Conditions.IsEmpty; // what it waits for: it was woken by what it was told
        actWaits = !further.Conditions.IsEmpty;
        return stands ? intent : intent.WakeMe([.. further.Conditions, .. Conditions(sight)]);
    }

    /// <summary>Gives scores.</summary>
    /// <param name="scores">Where they go, by uid; all 0 before, and left so for no weights at all.</param>
    protected abstract void Score(Sight sight, Metagraph subnet, Dice dice, Span<double> scores);

    /// <summary>Whatever else it does at a look.</summary>
    protected virtual Intent Act(Sight sight, Dice dice) => Intent.None;

    protected virtual void Hear(Heard post)
    {
    }

    /// <summary>From now on it sets the weights of a subnet shortly before each of its epochs, and at no other time: the chain lets nobody set them twice within minutes.</summary>
    protected void Watch(NetUid netuid) => watched.Add(netuid.Value);

    private void Vote(Sight sight, bool isRound, List<LedgerCommand?> commands, Dice dice)
    {
        foreach (ref readonly var quote in sight.Quotes.AsSpan())
            if ((watched.Contains(quote.Netuid.Value) ? IsLate(quote, sight.Now) : isRound) && sight.MetagraphOf(quote.Netuid) is { } subnet)
                commands.Add(Vote(sight, subnet, dice));
    }

    /// <summary>Where it watches and finds nobody to pay, it votes for itself alone, which an epoch leaves out; else its last weights would stand.</summary>
    private SetWeights? Vote(Sight sight, Metagraph subnet, Dice dice)
    {
        if (subnet.UidOf(sight.Own.Account) is not { } uid || !subnet.Neurons[uid].HasPermit) return null;
        using var scores = Row.Of(subnet.Neurons.Length);
        Score(sight, subnet, dice, scores.All);
        var weights = Scores.ToWeights(scores.All, uid);
        if (weights.IsEmpty && watched.Contains(subnet.Netuid.Value)) weights = [new Link((ushort)uid, ushort.MaxValue)];
        return weights.IsEmpty ? null : new SetWeights(sight.Own.Account, subnet.Netuid, weights);
    }

    /// <summary>The explorer's last page before the epoch is out.</summary>
    private static bool IsLate(in SubnetQuote quote, Block now) => Epochs.IsBefore(quote, now, LeadBlocks);

    private List<WakeCondition> Conditions(Sight sight)
    {
        List<WakeCondition> conditions = [When.At(new Block(Math.Min(nextRound, nextSale))), When.Post(Topic.PayForHolding, Topic.PayForSelling, Topic.Work)];
        foreach (var netuid in watched)
            if (sight.Market.Find(new NetUid((ushort)netuid)) is { } quote && Epochs.Before(quote, sight.Now, LeadBlocks) is { } late)
                conditions.Add(When.At(late)); // and not so long after the epoch: any wake between replaces the conditions
        return conditions;
    }
}
