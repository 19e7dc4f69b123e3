using System.Runtime.CompilerServices;
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

    /// <summary>Whether its product of reserves is below that of <paramref name="other"/>; the runtime's 128-bit numbers would cost a call each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsPoorerThan(Pool other)
    {
        var (upper, otherUpper) = (LongProduct.Upper(TaoReserve.Rao, AlphaReserve.Rao), LongProduct.Upper(other.TaoReserve.Rao, other.AlphaReserve.Rao));
        return upper < otherUpper
            || upper == otherUpper && LongProduct.Lower(TaoReserve.Rao, AlphaReserve.Rao) < LongProduct.Lower(other.TaoReserve.Rao, other.AlphaReserve.Rao);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pool Inject(Tao tao, Alpha alpha) => this with { TaoReserve = TaoReserve + tao, AlphaReserve = AlphaReserve + alpha };
}
