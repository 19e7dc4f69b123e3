using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Validators;

namespace Dtao.Strategies.RootValidators;

/// <summary>
/// What all root validators have in common: they validate subnets as others do, by the owners' code, and where emission goes by root's votes they take a seat on root
/// and vote now and then. Where it does not, they are validators and no more.
/// </summary>
public abstract class RootVoter : CodeRunner
{
    /// <summary>Blocks that a new seat waits before it votes: twice those of the chain's limit on votes. Our choice.</summary>
    private const long SeatedBefore = 200;

    private long? nextVote;
    private bool voted;

    [Knob(KnobUnit.Blocks, "Time between two votes on emission", AtLeast = 200, AtMost = 26_280_000)]
    public required double VoteEvery { get; init; }

    /// <summary>Whether it goes on voting after its first vote.</summary>
    protected virtual bool VotesAgain => true;

    /// <summary>What it gives each subnet, in the order of the quotes; only the ratios matter, and where all are 0 its last vote stands.</summary>
    protected abstract double[] Weigh(Sight sight, RootNetworkView root, Dice dice);

    protected sealed override Intent Act(Sight sight, Dice dice)
    {
        nextVote ??= sight.Now.Height + SeatedBefore + (long)(dice.Uniform() * VoteEvery);
        var command = sight.Now.Height >= nextVote && sight.Market.RootNetwork is { } root ? Vote(sight, root, dice) : null;
        if (sight.Now.Height >= nextVote) nextVote = sight.Now.Height + (command is TakeRootSeat && HasRoom(sight) ? SeatedBefore : (long)VoteEvery);
        return Intent.Of(command).WakeMe(When.At(new Block(nextVote.Value)));
    }

    /// <summary>Each part of 1, or 0 for all.</summary>
    protected static double[] Parts(double[] weights)
    {
        var sum = weights.Sum();
        return sum > 0 ? Array.ConvertAll(weights, weight => weight / sum) : weights;
    }

    /// <summary>Where there is none, it may have too little behind it to take somebody's seat, and tries again when it would vote.</summary>
    private static bool HasRoom(Sight sight) => sight.Market.RootNetwork is { } root && root.Seats.Length < root.MostSeats;

    private LedgerCommand? Vote(Sight sight, RootNetworkView root, Dice dice)
    {
        var own = sight.Own.Account;
        if (root.SeatOf(own) is null) return new TakeRootSeat(own);
        if (voted && !VotesAgain) return null;
        var weights = ToWeights(sight, Weigh(sight, root, dice));
        if (weights.IsEmpty) return null;
        voted = true;
        return new SetRootWeights(own, weights);
    }

    /// <summary>The largest at 65535.</summary>
    private static ImmutableArray<RootWeight> ToWeights(Sight sight, double[] given)
    {
        var largest = given.Length == 0 ? 0 : given.Max();
        if (!(largest > 0)) return [];
        var weights = ImmutableArray.CreateBuilder<RootWeight>(given.Length);
        for (var i = 0; i < given.Length; i++)
            if ((ushort)(ushort.MaxValue * (given[i] / largest)) is > 0 and var weight)
                weights.Add(new RootWeight(sight.Quotes.ItemRef(i).Netuid, weight));
        return weights.ToImmutable();
    }
}
