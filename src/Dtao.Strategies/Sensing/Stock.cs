using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Protocol.Units;

namespace Dtao.Strategies.Sensing;

/// <summary>What an agent held on each subnet when it last took stock: 0 where it held nothing, not a number for a subnet that was not there.</summary>
/// <remarks>Most hold alpha on a few subnets, so only those are listed; which subnets there were is one list for all who took stock of them.</remarks>
public sealed class Stock
{
    private readonly List<Entry> entries = [];

    /// <summary>Every subnet that there was at the last stocktaking.</summary>
    private ImmutableArray<NetUid> subnets = [];

    /// <summary>Alpha.</summary>
    public double this[NetUid netuid] => IndexOf(netuid) is >= 0 and var at ? entries[at].Alpha : Has(subnets, netuid) ? 0 : double.NaN;

    /// <summary>Notes what is held on a subnet, in a stocktaking that is going on.</summary>
    public void Note(NetUid netuid, double alpha) => Set(new Entry(netuid, IsNow: true, alpha));

    /// <summary>Ends a stocktaking: on all other subnets nothing is held.</summary>
    /// <param name="all">Every subnet that there is, by netuid.</param>
    public void Close(ImmutableArray<NetUid> all)
    {
        if (all != subnets) KeepGone(all);
        subnets = all;
        for (var at = entries.Count - 1; at >= 0; at--)
            if (entries[at].IsNow) entries[at] = entries[at] with { IsNow = false };
            else if (Has(all, entries[at].Netuid)) entries.RemoveAt(at);
    }

    /// <summary>Adds what has come between two stocktakings.</summary>
    public void Add(NetUid netuid, double alpha) => Set(new Entry(netuid, IsNow: false, this[netuid] + alpha));

    /// <summary>A subnet that is gone has what it had, should it come back.</summary>
    private void KeepGone(ImmutableArray<NetUid> all)
    {
        var at = 0;
        foreach (var netuid in subnets)
        {
            while (at < all.Length && all[at].Value < netuid.Value) at++;
            if ((at == all.Length || all[at] != netuid) && IndexOf(netuid) < 0) entries.Add(new Entry(netuid, IsNow: false, 0));
        }
    }

    private void Set(Entry entry)
    {
        var at = IndexOf(entry.Netuid);
        if (at < 0) entries.Add(entry);
        else entries[at] = entry;
    }

    private int IndexOf(NetUid netuid)
    {
        var listed = CollectionsMarshal.AsSpan(entries);
        for (var at = 0; at < listed.Length; at++)
            if (listed[at].Netuid == netuid)
                return at;
        return -1;
    }

    private static bool Has(ImmutableArray<NetUid> subnets, NetUid netuid) => subnets.AsSpan().BinarySearch(netuid) >= 0;

    /// <param name="IsNow">Whether it was noted in the stocktaking that is going on.</param>
    private readonly record struct Entry(NetUid Netuid, bool IsNow, double Alpha);
}
