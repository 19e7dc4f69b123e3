using Dtao.Protocol.Units;

namespace Dtao.Protocol.Markets;

/// <summary>Root and stable subnets: one TAO is one alpha.</summary>
/// <remarks>subtensor v2.0.1 <c>staking/stake_utils.rs</c>, mechanism 0.</remarks>
public sealed class OneToOne : ISwapCurve
{
    public static OneToOne Curve { get; } = new();

    public I96F32 SpotPrice(Pool pool) => I96F32.One;

    public (Pool After, Alpha Bought)? Buy(Pool pool, Tao paid) => (pool with { TaoReserve = pool.TaoReserve + paid }, new Alpha(paid.Rao));

    public (Pool After, Tao Received)? Sell(Pool pool, Alpha sold) =>
        pool.TaoReserve.Rao < sold.Rao ? null : (pool with { TaoReserve = pool.TaoReserve - new Tao(sold.Rao) }, new Tao(sold.Rao));

    public ulong MostToStake(Pool pool, ulong limit) => limit >= Tao.RaoPerTao ? ulong.MaxValue : 0;

    public ulong MostToUnstake(Pool pool, ulong limit) => limit <= Tao.RaoPerTao ? ulong.MaxValue : 0;

    public bool Keeps(Pool before, Pool after) => true;
}
