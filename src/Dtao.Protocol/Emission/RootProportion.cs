using System.Runtime.CompilerServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission;

/// <summary>Root's share of a subnet: w·R ÷ (w·R + A + O), with R the TAO on root and A + O the alpha issued, pool included.</summary>
/// <remarks>subtensor v2.0.1 <c>coinbase/run_coinbase.rs</c>, step 6.</remarks>
public static class RootProportion
{
    /// <summary>A stored u64 over 2⁶⁴ − 1, in the chain's resolution.</summary>
    public static I96F32 Weight(ulong taoWeightU64) => I96F32.FromRatio(taoWeightU64, ulong.MaxValue);

    /// <summary>w·R, in alpha-equivalent rao.</summary>
    public static I96F32 WeightedRoot(ulong rootTaoRao, ulong taoWeightU64) => I96F32.FromInteger(rootTaoRao) * Weight(taoWeightU64);

    /// <returns>A fraction, 0 where neither side has anything.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I96F32 Of(I96F32 weightedRoot, ulong alphaIssuanceRao)
    {
        var whole = weightedRoot + I96F32.FromInteger(alphaIssuanceRao);
        return whole == I96F32.Zero ? I96F32.Zero : weightedRoot / whole;
    }
}
