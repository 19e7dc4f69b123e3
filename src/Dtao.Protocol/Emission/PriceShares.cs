using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission;

/// <summary>The launch rule: E·m ÷ Σm.</summary>
/// <remarks>subtensor v2.0.1 <c>coinbase/run_coinbase.rs</c>, steps 2 and 3.</remarks>
public sealed class PriceShares : ISubnetShares
{
    public void Divide(I96F32 blockEmission, ReadOnlySpan<SubnetShareInput> subnets, Span<I96F32> taoIn)
    {
        var sum = I96F32.Zero;
        foreach (var subnet in subnets) sum += subnet.MovingPrice;
        for (var i = 0; i < subnets.Length; i++)
            taoIn[i] = sum == I96F32.Zero || !subnets[i].RegistrationOpen ? I96F32.Zero : blockEmission * subnets[i].MovingPrice / sum;
    }
}
