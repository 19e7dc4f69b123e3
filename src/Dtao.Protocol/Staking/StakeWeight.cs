using Dtao.Protocol.Emission;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>A hotkey's voting weight on a subnet: alpha + w·root TAO, in rao with 32 fractional bits.</summary>
/// <remarks>subtensor v2.0.1 <c>staking/stake_utils.rs: get_stake_weights_for_network</c>.</remarks>
public static class StakeWeight
{
    public static I96F32 Of(Alpha staked, Tao onRoot, I96F32 taoWeight) =>
        I96F32.FromInteger(staked.Rao) + I96F32.FromInteger(onRoot.Rao) * taoWeight;

    /// <summary>w·root ÷ (alpha + w·root): which part of a hotkey's dividend its root stake earned; 0 where it has neither.</summary>
    public static I96F32 RootPart(Alpha staked, Tao onRoot, I96F32 taoWeight) =>
        RootProportion.Of(I96F32.FromInteger(onRoot.Rao) * taoWeight, staked.Rao);
}
