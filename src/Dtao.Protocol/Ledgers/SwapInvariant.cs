using Dtao.Protocol.Markets;

namespace Dtao.Protocol.Ledgers;

/// <summary>Laws that every single swap must keep.</summary>
internal static class SwapInvariant
{
    /// <summary>
    /// The product of reserves never falls by more than the chain's own resolution of a reserve.
    /// A user's swap leaves its fee in the pool, which outweighs that by far.
    /// </summary>
    public static void Check(Subnet subnet, Pool after)
    {
        if (subnet.IsDynamic && after.IsPoorerThan(subnet.Pool)) CheckSlack(subnet, after);
    }

    /// <summary>Selling at once what was just bought pays at most what was paid.</summary>
    public static void CheckRoundTrip(Subnet subnet, Staked staked)
    {
        if (subnet.Curve.Sell(subnet.Pool, staked.Received) is { } back && back.Received > staked.Paid)
            throw new InvariantBroken($"SN{subnet.Netuid}: {staked.Paid} bought {staked.Received}, which sells for {back.Received}.");
    }

    private static void CheckSlack(Subnet subnet, Pool after)
    {
        if (after.Invariant + subnet.Curve.RoundingSlack(after) < subnet.Pool.Invariant)
            throw new InvariantBroken($"SN{subnet.Netuid}: a swap lowered the product of reserves from {subnet.Pool.Invariant} to {after.Invariant}.");
    }
}
