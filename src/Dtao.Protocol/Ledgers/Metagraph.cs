using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What any explorer shows of a subnet's neurons: who votes with what weight, who was paid, and what the paid have held and sold.</summary>
/// <remarks>An explorer's own can be read until the page after the next one is taken, which is written where this one lay: whoever kept it so long is told.</remarks>
/// <param name="Block">The block at which it was taken.</param>
/// <param name="Epoch">The subnet's last epoch.</param>
/// <param name="Incentive">Alpha that the last epoch gave to miners, what of it was the owner's and withheld included: incentive shares are shares of this.</param>
/// <param name="Neurons">By uid.</param>
public sealed record Metagraph(NetUid Netuid, Block Block, Block Epoch, Alpha Incentive, ImmutableArray<NeuronView> Neurons)
{
    /// <summary>A page with neurons of its own, which nobody writes over.</summary>
    private Metagraph(Metagraph original)
    {
        (Netuid, Block, Epoch, Incentive) = (original.Netuid, original.Block, original.Epoch, original.Incentive);
        Neurons = [.. original.Neurons];
    }

    private int? paidMiners;

    private double? largestVote, heldTokens, payByHolding;

    private ImmutableArray<int> hotkeys;

    private PaidVoters? voters;

    private bool isOver;

    /// <summary>Whether it was taken at an epoch, so that its sales are those of the tempo that was paid for.</summary>
    public bool IsOfEpoch => Block == Epoch;

    /// <remarks>An explorer's list is good no longer than the page: whoever wants to keep what is in it copies it.</remarks>
    /// <exception cref="InvalidOperationException">Another page was written over this one.</exception>
    public ImmutableArray<NeuronView> Neurons
    {
        get => isOver ? throw Over() : field;
        init
        {
            (field, isOver) = (value, false);
            Forget();
        }
    } = Neurons;

    /// <summary>How many neurons the last epoch paid incentive to.</summary>
    public int PaidMiners => paidMiners ??= CountPaid();

    /// <summary>Its neurons' hotkeys by uid, as numbers and close together: everybody looks for itself on every page. Of a page that an explorer takes after another it is the same list, as long as it holds.</summary>
    public ImmutableArray<int> Hotkeys => hotkeys.IsDefault ? hotkeys = TakeHotkeys() : hotkeys;

    /// <summary>Those who vote: a few of all neurons, and the only ones that are paid dividends for a share of the votes.</summary>
    public PaidVoters Voters => voters ??= PaidVoters.Among(Neurons.AsSpan());

    /// <summary>The largest voting share, 0 to 1; 0 where nobody votes.</summary>
    public double LargestVote => largestVote ??= FindLargestVote();

    /// <summary>Alpha that all neurons together hold, tokens.</summary>
    public double HeldTokens => heldTokens ??= CountHeld();

    /// <summary>How far incentive was paid as alpha is held: the overlap of the two distributions, 0 to 1; 0 where nothing is held or paid.</summary>
    public double PayByHolding => payByHolding ??= Overlap();

    public int? UidOf(AccountId hotkey)
    {
        var uid = Hotkeys.AsSpan().IndexOf(hotkey.Index);
        return uid < 0 ? null : uid;
    }

    /// <summary>Takes over the list of hotkeys of the page before, where every place is still the same one's.</summary>
    internal void Follow(Metagraph before)
    {
        if (!before.hotkeys.IsDefault && before.hotkeys.Length == Neurons.Length && Lists(before.hotkeys.AsSpan())) hotkeys = before.hotkeys;
    }

    /// <summary>Its neurons' room, for another page: this one is over.</summary>
    internal NeuronView[] GiveUpRoom()
    {
        var room = ImmutableCollectionsMarshal.AsArray(Neurons)!;
        isOver = true;
        Forget();
        return room;
    }

    /// <summary>Drops what was worked out of its neurons.</summary>
    private void Forget() => (paidMiners, hotkeys, voters, largestVote, heldTokens, payByHolding) = (null, default, null, null, null, null);

    private InvalidOperationException Over() => new($"This page of SN{Netuid}, of block {Block}, was kept until another was written over it: ask the market for a newer one.");

    private int CountPaid()
    {
        var paid = 0;
        foreach (ref readonly var neuron in Neurons.AsSpan())
            if (neuron.IncentiveShare > 0)
                paid++;
        return paid;
    }

    private double FindLargestVote()
    {
        var largest = 0.0;
        foreach (ref readonly var neuron in Neurons.AsSpan()) largest = Math.Max(largest, neuron.VotingShare);
        return largest;
    }

    private double CountHeld()
    {
        var held = 0.0;
        foreach (ref readonly var neuron in Neurons.AsSpan()) held += neuron.Held.Tokens;
        return held;
    }

    private double Overlap()
    {
        var (held, overlap) = (HeldTokens, 0.0);
        if (held <= 0) return 0;
        foreach (ref readonly var neuron in Neurons.AsSpan()) overlap += Math.Min(neuron.IncentiveShare, neuron.Held.Tokens / held);
        return overlap;
    }

    private ImmutableArray<int> TakeHotkeys()
    {
        var found = new int[Neurons.Length];
        for (var uid = 0; uid < found.Length; uid++) found[uid] = Neurons.ItemRef(uid).Hotkey.Index;
        return ImmutableCollectionsMarshal.AsImmutableArray(found);
    }

    private bool Lists(ReadOnlySpan<int> those)
    {
        var all = Neurons.AsSpan();
        for (var uid = 0; uid < all.Length; uid++)
            if (all[uid].Hotkey.Index != those[uid])
                return false;
        return true;
    }
}

/// <summary>One neuron as an explorer shows it.</summary>
/// <param name="RegisteredAt">The block at which it took its place.</param>
/// <param name="HasPermit">Whether it may validate.</param>
/// <param name="VotingShare">Its share of the stake weight that votes, with a permit and active; 0 to 1.</param>
/// <param name="IncentiveShare">Its share of what the last epoch gave to miners; 0 to 1. Of an owner under the rules that burn its incentive, what it was not paid.</param>
/// <param name="DividendShare">Its share of what the last epoch paid to validators; 0 to 1.</param>
/// <param name="Held">Alpha that its account holds on the subnet with all hotkeys together.</param>
/// <param name="Sold">TAO for which its account has sold alpha of the subnet since the last epoch, or in the tempo that just ended.</param>
public readonly record struct NeuronView(
    AccountId Hotkey, Block RegisteredAt, bool HasPermit, double VotingShare, double IncentiveShare, double DividendShare, Alpha Held, Tao Sold);
