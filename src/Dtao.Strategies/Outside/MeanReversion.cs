using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Outside;

/// <summary>A level that is drawn back to its mean, with jumps now and then: what a business could take in, say. It may be looked at at any time.</summary>
/// <remarks>
/// The log level is an Ornstein–Uhlenbeck process plus normal jumps at Poisson times that fade like the rest. Both are drawn exactly over any interval, so
/// how often one looks changes no law. A log that reverts keeps the level above 0. Schwartz (1997), JF 52, model 1; jumps as in Merton (1976), JFE 3.
/// </remarks>
/// <param name="mean">Mean of the level in the long run, any unit; 0 or above.</param>
/// <param name="reversion">Blocks after which a deviation has faded to 1/e; above 0.</param>
/// <param name="spread">Standard deviation of the log level in the long run without the jumps; 0 or above.</param>
/// <param name="jumpEvery">Mean time between jumps, blocks; above 0.</param>
/// <param name="jumpSize">Standard deviation of a jump of the log level, 0 to 5; 0 for none.</param>
public sealed class MeanReversion(double mean, double reversion, double spread, double jumpEvery, double jumpSize)
{
    /// <summary>Times of reversion after which nothing is left of where it began.</summary>
    private const int LongRun = 8;

    private readonly double ofExp = LogMeanOfExp(spread, reversion / jumpEvery, jumpSize);
    private double deviation;
    private long? last;

    /// <summary>Variance of the log level in the long run: s² + ν·δ² ÷ 2 with ν jumps in a time of reversion.</summary>
    public double LogVariance => spread * spread + reversion / jumpEvery * jumpSize * jumpSize / 2;

    /// <summary>The level at <paramref name="height"/>, not before the last look; the first look finds it somewhere in its long run.</summary>
    public double At(long height, Dice dice)
    {
        Pass(last is { } before ? height - before : LongRun * reversion, dice);
        last = height;
        return mean * Reproducible.Exp(deviation - ofExp);
    }

    private void Pass(double blocks, Dice dice)
    {
        var kept = Reproducible.Exp(-blocks / reversion);
        deviation = kept * deviation + dice.Normal(0, spread * Math.Sqrt(1 - kept * kept));
        for (var jumps = jumpSize > 0 ? dice.Poisson(blocks / jumpEvery) : 0; jumps > 0; jumps--)
            deviation += Reproducible.Exp(-dice.Uniform() * blocks / reversion) * dice.Normal(0, jumpSize);
    }

    /// <summary>ln E[eˣ] of the long run, so that the mean of the level is what it is called.</summary>
    /// <remarks>The jumps' part is ν/2·∫(e^z − 1)/z dz from 0 to δ²/2; the integral's series is Σ zⁿ ÷ (n·n!).</remarks>
    private static double LogMeanOfExp(double spread, double jumps, double jumpSize)
    {
        var z = jumpSize * jumpSize / 2;
        var (sum, power) = (0.0, 1.0);
        for (var n = 1; n <= 100; n++) sum += (power *= z / n) / n;
        return spread * spread / 2 + jumps * sum / 2;
    }
}
