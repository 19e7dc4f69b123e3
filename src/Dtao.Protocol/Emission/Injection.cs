using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission;

/// <summary>
/// What a block puts into one pool: the subnet's TAO share, and as much alpha as holds the price, at most the subnet's own block emission.
/// Where that cap binds the whole TAO still goes in, and the price rises.
/// </summary>
/// <param name="TaoIn">TAO injected, not yet floored.</param>
/// <param name="AlphaIn">Alpha injected, not yet floored.</param>
/// <param name="CapBinds">Whether less alpha was injected than would have held the price.</param>
/// <remarks>subtensor v2.0.1 <c>coinbase/run_coinbase.rs</c>, step 3.</remarks>
public readonly record struct Injection(I96F32 TaoIn, I96F32 AlphaIn, bool CapBinds)
{
    public static Injection Of(I96F32 taoIn, I96F32 spotPrice, ulong alphaEmissionRao)
    {
        var cap = I96F32.FromInteger(alphaEmissionRao);
        var holdsPrice = spotPrice == I96F32.Zero ? cap : taoIn / spotPrice;
        return new Injection(taoIn, I96F32.Min(holdsPrice, cap), holdsPrice > cap);
    }
}
