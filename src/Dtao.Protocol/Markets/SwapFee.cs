using Dtao.Protocol.Units;

namespace Dtao.Protocol.Markets;

/// <summary>
/// What a user pays for a swap: a fixed amount of TAO that stays in the pool, at launch; or, later, a share of what goes in, which is taken first and goes to
/// the author of the block.
/// </summary>
/// <param name="FlatRao">Rao.</param>
/// <param name="RateU16">Over 65535; 0 where the fee is flat.</param>
/// <remarks>subtensor v2.0.1 <c>DefaultStakingFee</c>; 14bc6f9f9 <c>pallets/swap/src/pallet/swap_step.rs</c>, FeeRate.</remarks>
public readonly record struct SwapFee(ulong FlatRao, ushort RateU16)
{
    /// <summary>Whether it leaves the pool.</summary>
    public bool IsRate => RateU16 != 0;

    /// <summary>The share of an input, in the input's own coin, rounded down.</summary>
    public ulong RateOf(ulong input) => MulDiv.Down(input, RateU16, ushort.MaxValue);

    /// <summary>The input of which so much is left once its share is taken.</summary>
    public ulong Before(ulong net) => net == LimitOrder.Unlimited || !IsRate ? net : net + MulDiv.Down(net, RateU16, (ulong)(ushort.MaxValue - RateU16));
}
