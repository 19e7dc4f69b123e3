using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission.Shares;

/// <summary>A rule that gives each subnet a weight and shares by it: E·w ÷ Σw over the subnets that may emit. Where all weights vanish nothing is emitted.</summary>
public abstract record WeightedShares : ISubnetShares
{
    public virtual bool ReadsFlows => false;

    public void Divide(in ShareRound round, Span<I96F32> taoIn)
    {
        Span<double> weights = stackalloc double[taoIn.Length];
        Weigh(round, weights);
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] = round.Subnets[i].MayEmit ? weights[i] : 0;
        var each = sum > 0 ? round.Emission.ToDouble() / sum : 0;
        for (var i = 0; i < weights.Length; i++) taoIn[i] = I96F32.FromDouble(each * weights[i]);
    }

    /// <summary>Writes each subnet's weight, at least 0; that of a subnet that may not emit does not count.</summary>
    protected abstract void Weigh(in ShareRound round, Span<double> weights);
}
