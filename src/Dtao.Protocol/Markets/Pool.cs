using Dtao.Protocol.Units;

namespace Dtao.Protocol.Markets;

/// <summary>A subnet's reserves: SubnetTAO and SubnetAlphaIn.</summary>
public readonly record struct Pool(Tao TaoReserve, Alpha AlphaReserve)
{
    /// <summary>How the two weigh in a <see cref="Balancer"/>; everywhere else they weigh the same.</summary>
    public QuoteWeight Weight { get; init; }

    public bool IsEmpty => TaoReserve.IsZero || AlphaReserve.IsZero;

    /// <summary>TAO reserve × alpha reserve, which no swap may lower.</summary>
    public UInt128 Invariant => Math.BigMul(TaoReserve.Rao, AlphaReserve.Rao);

    public Pool Inject(Tao tao, Alpha alpha) => this with { TaoReserve = TaoReserve + tao, AlphaReserve = AlphaReserve + alpha };
}
