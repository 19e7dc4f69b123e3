using System.Collections.Immutable;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What one account holds at the close of a block.</summary>
public interface IHoldings
{
    /// <summary>By netuid, then hotkey; root stake among them, on netuid 0.</summary>
    ImmutableArray<Holding> All { get; }

    /// <summary>One of them.</summary>
    /// <param name="place">From 0 to below how many there are; any other throws.</param>
    Holding this[int place] => All[place];

    /// <summary>Alpha on <paramref name="netuid"/> with all hotkeys together.</summary>
    Alpha On(NetUid netuid)
    {
        var sum = Alpha.Zero;
        foreach (ref readonly var holding in All.AsSpan())
            if (holding.Netuid == netuid)
                sum += holding.Amount;
        return sum;
    }

    /// <summary>Whether there may be anything on <paramref name="netuid"/>: false only where there is not, and quick to tell, for who goes through all subnets.</summary>
    bool MayHold(NetUid netuid) => true;

    /// <summary>The largest on <paramref name="netuid"/>; null where there is none.</summary>
    Holding? LargestOn(NetUid netuid)
    {
        Holding? largest = null;
        foreach (ref readonly var holding in All.AsSpan())
            if (holding.Netuid == netuid && (largest is not { } best || holding.Amount > best.Amount))
                largest = holding;
        return largest;
    }
}
