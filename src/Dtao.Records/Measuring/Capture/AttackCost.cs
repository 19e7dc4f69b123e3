namespace Dtao.Records.Measuring.Capture;

/// <summary>What TAO it takes to hold up a share of emission, by pencil. It is at stake rather than spent: what is bought can be sold again.</summary>
public static class AttackCost
{
    /// <summary>
    /// Under the price rule, once the moving price has caught up. A purchase of k multiplies the price by (1 + k ÷ τ)², so k = τ·(√(p* ÷ p) − 1),
    /// where p* is the price that gives the share.
    /// </summary>
    /// <remarks>Constant product, Adams et al., <i>Uniswap v2 Core</i> (2020), section 2.</remarks>
    /// <returns>0 for a pool that has the share already.</returns>
    public static double ByPrice(AttackedPool pool, double share) => pool.Tao * Math.Max(0, Math.Sqrt(pool.WeightFor(share) / pool.Price) - 1);

    /// <summary>
    /// Under the flow rule, on the day of the purchase: each TAO raises the mean flow by ln 2 ÷ h, where h is its half-life, and the mean forgets it from then on.
    /// </summary>
    /// <param name="halfLifeBlocks">Of the mean flow, blocks.</param>
    /// <remarks>docs.taostats.io/docs/tao-flow: share by the exponential mean of net TAO flow, half-life 30 days, nothing below 0.</remarks>
    public static double ByFlow(AttackedPool pool, double share, double halfLifeBlocks) => Math.Max(0, pool.WeightFor(share) - pool.Weight) * halfLifeBlocks / Math.Log(2);
}
