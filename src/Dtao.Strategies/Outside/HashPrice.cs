using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Outside;

/// <summary>What a hash earns against what the world's miners find it worth on average: above 1 in good times, below 1 in bad ones.</summary>
/// <remarks>
/// The coin's price follows a random walk of its logarithm; the world's hash rate follows the price after a time, because miners come where it pays and go
/// where it does not, so that ln(price ÷ difficulty) is an Ornstein–Uhlenbeck process of variance σ²·τ ÷ 2.
/// </remarks>
/// <param name="volatility">Standard deviation of the coin's log price in TAO after a day, σ; 0 or above.</param>
/// <param name="adjustment">Time in which the world's hash rate follows, τ, blocks; above 0.</param>
public sealed class HashPrice(double volatility, double adjustment)
{
    private readonly MeanReversion level = new(1, adjustment, volatility * Math.Sqrt(adjustment / Protocol.Units.Block.PerDay / 2), jumpEvery: 1, jumpSize: 0);

    /// <summary>1 on average; above 0.</summary>
    public double At(long height, Dice dice) => level.At(height, dice);
}
