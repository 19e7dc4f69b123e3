using System.Runtime.CompilerServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission;

/// <summary>
/// What a block puts into one pool: the subnet's TAO share, and as much alpha as holds the price, at most a cap. Where the cap binds, the rest of the TAO
/// goes in all the same at launch, and the price rises; later the chain buys alpha with it.
/// </summary>
/// <param name="TaoIn">TAO injected, not yet floored.</param>
/// <param name="AlphaIn">Alpha injected, not yet floored.</param>
/// <param name="Excess">TAO that the chain buys alpha with, not yet floored.</param>
/// <param name="CapBinds">Whether less alpha was injected than would have held the price.</param>
/// <remarks>subtensor v2.0.1 <c>coinbase/run_coinbase.rs</c>, step 3; v3.3.1 and 14bc6f9f9 <c>get_subnet_terms</c>.</remarks>
public readonly record struct Injection(I96F32 TaoIn, I96F32 AlphaIn, I96F32 Excess, bool CapBinds)
{
    /// <param name="cap">Most alpha, rao.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Injection Of(I96F32 tao, I96F32 spotPrice, I96F32 cap, Excess excess = Emission.Excess.Inject)
    {
        var holdsPrice = spotPrice == I96F32.Zero ? cap : tao / spotPrice;
        if (holdsPrice <= cap) return new Injection(tao, holdsPrice, I96F32.Zero, CapBinds: false);
        if (excess == Emission.Excess.Inject) return new Injection(tao, cap, I96F32.Zero, CapBinds: true);
        var balanced = cap * spotPrice;
        return new Injection(balanced, cap, tao - balanced, CapBinds: true);
    }

    /// <summary>The most alpha that <paramref name="rule"/> lets into a pool, rao.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I96F32 CapOf(InjectionCap rule, ulong alphaEmissionRao, ulong blockEmissionRao, I96F32 rootProportion) => rule switch
    {
        InjectionCap.BlockEmission => I96F32.FromInteger(blockEmissionRao),
        InjectionCap.Lesser => I96F32.FromInteger(Math.Min(alphaEmissionRao, blockEmissionRao)),
        InjectionCap.RootProportion => rootProportion * I96F32.FromInteger(alphaEmissionRao),
        _ => I96F32.FromInteger(alphaEmissionRao),
    };
}
