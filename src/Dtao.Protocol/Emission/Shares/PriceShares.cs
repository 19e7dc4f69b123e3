using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission.Shares;

/// <summary>The launch rule: E·m ÷ Σm, exact. A subnet closed to registration gets nothing, though its price counts in the sum.</summary>
/// <remarks>subtensor v2.0.1 <c>coinbase/run_coinbase.rs</c>, steps 2 and 3.</remarks>
[ShareRule("price")]
public sealed record PriceShares : ISubnetShares
{
    public void Divide(in ShareRound round, Span<I96F32> taoIn)
    {
        var sum = I96F32.Zero;
        foreach (ref readonly var subnet in round.Subnets) sum += subnet.MovingPrice;
        for (var i = 0; i < taoIn.Length; i++)
            taoIn[i] = sum == I96F32.Zero || !round.Subnets[i].MayEmit ? I96F32.Zero : round.Emission * round.Subnets[i].MovingPrice / sum;
    }
}
