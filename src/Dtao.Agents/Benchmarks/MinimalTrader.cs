using System.Runtime.CompilerServices;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Benchmarks;

/// <summary>The trader of "dtao-min": compares beliefs of his own with prices, and trades on the difference.</summary>
/// <remarks>A value, so that whoever keeps one keeps its beliefs in place: with many traders a wake costs what it has to fetch.</remarks>
public struct MinimalTrader
{
    private const double MeanGapBlocks = 12, Learning = 0.05, Noise = 0.1, Band = 0.02, LargestShare = 0.05, Slippage = 0.05;

    private Beliefs beliefs;

    /// <summary>A trader of his own beliefs.</summary>
    /// <param name="dice">His, at block 0; what it draws next is the gap to his first wake.</param>
    public MinimalTrader(Dice dice)
    {
        for (var position = 0; position < MinimalMarket.Positions; position++) beliefs[position] = Noisy(dice, 1);
    }

    /// <summary>How many fills and refusals he has been told.</summary>
    public int Heard { get; private set; }

    /// <summary>A trader's dice.</summary>
    public static Dice DiceOf(int agent, ulong seed) => Dice.For(seed, (ulong)agent, 0, Purpose.Decide);

    /// <summary>Blocks between two wakes, 1 or more.</summary>
    public static int Gap(Dice dice) => 1 + (int)dice.Exponential(MeanGapBlocks);

    /// <summary>Wakes, and picks the position that he looks at.</summary>
    public static int Look(Dice dice) => 1 + dice.Below(MinimalMarket.Positions);

    /// <summary>Learns from a position's price, and perhaps orders; else the order's amount is 0.</summary>
    /// <param name="tao">What he has, rao.</param>
    /// <param name="alpha">What he has in the position, rao.</param>
    public MinimalOrder Decide(Dice dice, int agent, int position, double price, ulong tao, ulong alpha)
    {
        ref var belief = ref beliefs[position - 1];
        var worth = Noisy(dice, belief);
        var share = dice.Uniform() * LargestShare;
        belief += Learning * (price - belief);
        return Math.Abs(worth - price) > Band * price ? Order(agent, position, isBuy: worth > price, share, price, tao, alpha) : default;
    }

    /// <summary>Is told what became of an order of his.</summary>
    public void Hear() => Heard++;

    private static MinimalOrder Order(int agent, int position, bool isBuy, double share, double price, ulong tao, ulong alpha)
    {
        var sells = isBuy ? 0 : position;
        var amount = share * (isBuy ? tao : alpha);
        var expected = isBuy ? amount / price : amount * price;
        return new(agent, sells, position - sells, Whole(amount), Whole(expected * (1 - Slippage)));
    }

    private static double Noisy(Dice dice, double belief) => belief * dice.Uniform(1 - Noise, 1 + Noise);

    private static ulong Whole(double rao) => unchecked((ulong)(long)rao);

    [InlineArray(MinimalMarket.Positions)]
    private struct Beliefs
    {
        private double first;
    }
}
