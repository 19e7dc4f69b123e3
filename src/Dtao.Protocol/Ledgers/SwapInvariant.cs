using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Dtao.Protocol.Markets;

namespace Dtao.Protocol.Ledgers;

/// <summary>Laws that every single swap must keep.</summary>
internal static class SwapInvariant
{
    /// <summary>What the curve keeps constant never falls by more than its own rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(Subnet subnet, Pool after)
    {
        if (!subnet.Curve.KeepsDirectly(subnet.Pool, after)) Broken(subnet, after);
    }

    /// <summary>Selling at once what was just bought pays at most what was paid.</summary>
    public static void CheckRoundTrip(Subnet subnet, Staked staked)
    {
        if (subnet.Curve.Sell(subnet.Pool, staked.Received) is { } back && back.Received > staked.Paid)
            throw new InvariantBroken($"SN{subnet.Netuid}: {staked.Paid} bought {staked.Received}, which sells for {back.Received}.");
    }

    [DoesNotReturn]
    private static void Broken(Subnet subnet, Pool after) => throw new InvariantBroken($"SN{subnet.Netuid}: a swap took from {subnet.Pool} and left {after}.");
}
