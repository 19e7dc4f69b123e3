using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Outside;

/// <summary>The market's regime, which no one in it makes: bull and bear markets take turns, each for an exponential time.</summary>
/// <remarks>A Markov chain of two states in continuous time, as in Hamilton (1989), Econometrica 57. It may be looked at at any time.</remarks>
/// <param name="bull">Mean length of a bull market, blocks; above 0.</param>
/// <param name="bear">Mean length of a bear market, blocks; above 0.</param>
/// <param name="startsBull">Chance that the first look finds a bull market; null for its share of the time in the long run.</param>
public sealed class Regime(double bull, double bear, double? startsBull = null)
{
    private bool isBull;
    private long? next;

    /// <summary>The block in which the regime turns next, as known at the last look.</summary>
    public long TurnsAt => next ?? 0;

    /// <summary>Whether it is a bull market at <paramref name="height"/>, not before the last look.</summary>
    public bool IsBullAt(long height, Dice dice)
    {
        if (next is null) Begin(height, dice);
        while (next <= height)
        {
            isBull = !isBull;
            next += Length(dice);
        }
        return isBull;
    }

    private void Begin(long height, Dice dice)
    {
        isBull = dice.Chance(startsBull ?? bull / (bull + bear));
        next = height + Length(dice);
    }

    private long Length(Dice dice) => Math.Max(1, (long)Math.Round(dice.Exponential(isBull ? bull : bear)));
}
