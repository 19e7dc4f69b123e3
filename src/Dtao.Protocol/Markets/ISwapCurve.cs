using Dtao.Protocol.Units;

namespace Dtao.Protocol.Markets;

/// <summary>How a pool prices a swap: one of the two seams at which the chain changed its economy. All amounts are net of fees.</summary>
public interface ISwapCurve
{
    /// <summary>Spot price, TAO per alpha, in the chain's resolution of 2⁻³²; 0 for a pool without alpha.</summary>
    I96F32 SpotPrice(Pool pool);

    /// <summary>Buys alpha with <paramref name="paid"/>; null when the pool lacks the liquidity.</summary>
    (Pool After, Alpha Bought)? Buy(Pool pool, Tao paid);

    /// <summary>Sells <paramref name="sold"/> for TAO; null when the pool lacks the liquidity.</summary>
    (Pool After, Tao Received)? Sell(Pool pool, Alpha sold);

    /// <summary>The most TAO (fee included) that buys at or below <paramref name="limit"/>, in rao per alpha; <see cref="ulong.MaxValue"/> is no limit.</summary>
    ulong MostToStake(Pool pool, ulong limit);

    /// <summary>The most alpha that sells at or above <paramref name="limit"/>, in rao per alpha; <see cref="ulong.MaxValue"/> is no limit.</summary>
    ulong MostToUnstake(Pool pool, ulong limit);

    /// <summary>The pool as it must be before so much is put into it; null where that cannot be done.</summary>
    Pool? Weigh(Pool pool, Tao tao, Alpha alpha) => pool;

    /// <summary>Whether a swap took nothing from those who stay, but for the curve's own rounding.</summary>
    bool Keeps(Pool before, Pool after);
}
