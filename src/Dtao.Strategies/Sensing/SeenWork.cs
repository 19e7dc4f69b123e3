using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Strategies.Sensing;

/// <summary>How good the work of each account is that was seen at work on a subnet, by what was seen last.</summary>
/// <remarks>
/// A row of all accounts that were seen there or stood on a page, those of the last page first and by uid: they seldom change, so the next page is held against the
/// row from one end to the other, and not even that where it has the last one's list of hotkeys. Whoever keeps one for each subnet comes to it a few times a day, when none of it is in the processor's cache.
/// </remarks>
public sealed class SeenWork
{
    /// <summary>Stands for work that was not seen; what was seen is 0 or above.</summary>
    private const double Unseen = -1;

    /// <summary>For a small subnet's neurons; it grows.</summary>
    private const int Room = 64;

    private int[] accounts = [];
    private double[] qualities = [];
    private int count;

    /// <summary>The hotkeys, by uid, that are all in their places.</summary>
    private ImmutableArray<int> placed;

    /// <summary>Takes up what a post says of a miner's work; any other post says nothing of it.</summary>
    public static void Hear(BySubnet<SeenWork?> work, Heard post)
    {
        if (post is { Topic: Topic.Work, Of: { } miner } && double.IsFinite(post.Value)) (work[post.Netuid] ??= new SeenWork()).Note(miner, Math.Clamp(post.Value, 0, 1));
    }

    /// <param name="quality">0 to 1.</param>
    public void Note(AccountId account, double quality)
    {
        var at = accounts.AsSpan(0, count).IndexOf(account.Index);
        if (at < 0) Add(account, quality);
        else qualities[at] = quality;
    }

    /// <summary>How good the work of each neuron of a page is, by uid; below 0 where none was seen. Good until the next call.</summary>
    public ReadOnlySpan<double> On(Metagraph page)
    {
        if (placed != page.Hotkeys) Place(page.Hotkeys.AsSpan());
        placed = page.Hotkeys;
        return qualities.AsSpan(0, placed.Length);
    }

    /// <summary>How good the work is that the last epoch paid for, 0 to 1; pay that went to nobody who was seen at work buys nothing.</summary>
    public double PaidOn(Metagraph page)
    {
        var seen = On(page);
        var paid = 0.0;
        for (var uid = 0; uid < seen.Length; uid++) paid += page.Neurons.ItemRef(uid).IncentiveShare * Math.Max(0, seen[uid]);
        return paid;
    }

    private void Place(ReadOnlySpan<int> hotkeys)
    {
        for (var uid = 0; uid < hotkeys.Length; uid++)
            if (uid >= count || accounts[uid] != hotkeys[uid])
                Place(new AccountId(hotkeys[uid]), uid);
    }

    /// <summary>Puts an account where its uid is; all before it are in their places.</summary>
    private void Place(AccountId account, int uid)
    {
        var at = uid + accounts.AsSpan(uid, count - uid).IndexOf(account.Index);
        if (at < uid)
        {
            at = count;
            Add(account, Unseen);
        }
        (accounts[uid], accounts[at]) = (accounts[at], accounts[uid]);
        (qualities[uid], qualities[at]) = (qualities[at], qualities[uid]);
    }

    private void Add(AccountId account, double quality)
    {
        if (count == accounts.Length)
        {
            var room = Math.Max(Room, 2 * count);
            Array.Resize(ref accounts, room);
            Array.Resize(ref qualities, room);
        }
        (accounts[count], qualities[count]) = (account.Index, quality);
        count++;
    }
}
