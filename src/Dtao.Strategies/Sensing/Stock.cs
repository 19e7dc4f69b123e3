using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Protocol.Units;

namespace Dtao.Strategies.Sensing;

/// <summary>What an agent held on each subnet when it last took stock: 0 where it held nothing, not a number for a subnet that was not there.</summary>
/// <remarks>Who holds alpha on a few subnets need not write all places at every stocktaking: what was 0 before, and still is, stays as it is.</remarks>
public sealed class Stock
{
    private readonly BySubnet<double> noted = new(double.NaN);

    /// <summary>Where anything was noted at the last stocktaking or added since, and where anything has been in this one.</summary>
    private List<NetUid> before = [], now = [];

    private ImmutableArray<NetUid> subnets;

    /// <summary>Alpha.</summary>
    public double this[NetUid netuid] => noted[netuid];

    /// <summary>Notes what is held on a subnet, in a stocktaking that is going on.</summary>
    public void Note(NetUid netuid, double alpha)
    {
        noted[netuid] = alpha;
        now.Add(netuid);
    }

    /// <summary>Ends a stocktaking: on all other subnets nothing is held.</summary>
    /// <param name="all">Every subnet that there is.</param>
    public void Close(ImmutableArray<NetUid> all)
    {
        var nothing = all == subnets ? CollectionsMarshal.AsSpan(before) : all.AsSpan();
        for (var i = nothing.Length - 1; i >= 0; i--) // from the last one, so that all places are made at once
            if (!now.Contains(nothing[i]))
                noted[nothing[i]] = 0;
        (before, now, subnets) = (now, before, all);
        now.Clear();
    }

    /// <summary>Adds what has come between two stocktakings.</summary>
    public void Add(NetUid netuid, double alpha)
    {
        noted[netuid] += alpha;
        if (!before.Contains(netuid)) before.Add(netuid);
    }
}
