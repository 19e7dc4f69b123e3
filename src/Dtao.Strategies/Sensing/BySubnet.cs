using System.Runtime.CompilerServices;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Strategies.Sensing;

/// <summary>A value for each subnet. Netuids are small and dense, so a row of places serves every agent that looks at all subnets at each wake.</summary>
/// <param name="unknown">What a subnet has of which nothing was noted yet.</param>
public sealed class BySubnet<T>(T unknown)
{
    /// <summary>Places are made so many at a time.</summary>
    private const int Step = 16;

    private T[] values = [];

    /// <summary>All places that there are, by netuid.</summary>
    public Span<T> All => values;

    /// <summary>The place of a subnet, to read and to write.</summary>
    public ref T this[NetUid netuid]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (netuid.Value >= values.Length) Grow(netuid.Value + 1);
            return ref values[netuid.Value];
        }
    }

    /// <summary>What a subnet has, for who has no use for a place as long as nothing was noted.</summary>
    public T Of(NetUid netuid) => netuid.Value < values.Length ? values[netuid.Value] : unknown;

    /// <summary>Makes places for all quoted subnets, for who is about to go through them.</summary>
    public void MakeRoom(ReadOnlySpan<SubnetQuote> quotes)
    {
        if (!quotes.IsEmpty) MakeRoom(quotes[^1].Netuid.Value + 1);
    }

    /// <summary>Makes so many places at once, for who knows how many it will come to.</summary>
    public void MakeRoom(int places)
    {
        if (places > values.Length) Grow(places);
    }

    /// <summary>The places of quoted subnets whose netuids follow each other: one of <see cref="NetuidRuns"/>.</summary>
    public Span<T> Along(ReadOnlySpan<SubnetQuote> run)
    {
        var last = run[^1].Netuid.Value;
        MakeRoom(last + 1);
        return values.AsSpan(run[0].Netuid.Value, run.Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int places)
    {
        var known = values.Length;
        Array.Resize(ref values, (places + Step - 1) / Step * Step);
        values.AsSpan(known).Fill(unknown);
    }
}
