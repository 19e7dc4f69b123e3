using System.Runtime.CompilerServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Markets;

/// <summary>
/// The moving price m ← α·min(p, cap) + (1 − α)·m, each product truncated to 2⁻³², or all to 2⁻⁶⁴ and only m to 2⁻³².
/// The truncation leaves a dead band: m sticks up to 1.55·10⁻⁴ below a constant price, half as far where only m is cut.
/// </summary>
/// <param name="Alpha">Weight of a block's price; 12885 ÷ 2³² at launch.</param>
/// <param name="Cap">Highest price that counts, TAO per alpha.</param>
/// <param name="RampBlocks">Half-weight age h of the later ramp α·b ÷ (b + h), in blocks; 0 is no ramp.</param>
/// <remarks>subtensor <c>staking/stake_utils.rs: update_moving_price</c>; the ramp is v2.0.8, the one cut 14bc6f9f9.</remarks>
public sealed record MovingPrice(I96F32 Alpha, I96F32 Cap, ulong RampBlocks)
{
    /// <summary>Whether only m is cut to 2⁻³².</summary>
    public bool FloorsOnce { get; init; }

    /// <param name="age">Blocks since the subnet was started; counts only with a ramp.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public I96F32 WeightAt(ulong age) => RampBlocks == 0 ? Alpha : Alpha * I96F32.FromRatio(age, age + RampBlocks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public I96F32 Next(I96F32 moving, I96F32 spot, ulong age)
    {
        if (FloorsOnce) return NextFlooredOnce(moving, spot, age);
        var weight = WeightAt(age);
        return weight * I96F32.Min(spot, Cap) + (I96F32.One - weight) * moving;
    }

    private I96F32 NextFlooredOnce(I96F32 moving, I96F32 spot, ulong age)
    {
        var weight = (ulong)Alpha.Raw << 32; // of 2⁻⁶⁴, as is the next
        if (RampBlocks != 0) weight = (ulong)(weight * (((UInt128)age << 64) / (age + RampBlocks)) >> 64);
        var (spotPart, movingPart) = (weight * (UInt128)I96F32.Min(spot, Cap).Raw >> 32, ((UInt128.One << 64) - weight) * (UInt128)moving.Raw >> 32);
        return new I96F32(spotPart + movingPart >> 32);
    }
}
