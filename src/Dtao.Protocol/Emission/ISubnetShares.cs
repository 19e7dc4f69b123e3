using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission;

/// <summary>Who gets the block's TAO: the second seam at which the chain changed its economy.</summary>
public interface ISubnetShares
{
    /// <summary>Writes each subnet's TAO of the block, in rao, not floored, in the order of <paramref name="subnets"/>; the sum is at most <paramref name="blockEmission"/>.</summary>
    void Divide(I96F32 blockEmission, ReadOnlySpan<SubnetShareInput> subnets, Span<I96F32> taoIn);
}

/// <summary>What a share rule may look at for one subnet.</summary>
/// <param name="MovingPrice">m before this block's update; 1 for a stable subnet.</param>
/// <param name="RegistrationOpen">A subnet closed to registration gets no TAO, though its price counts in the sum.</param>
public readonly record struct SubnetShareInput(I96F32 MovingPrice, bool RegistrationOpen);
