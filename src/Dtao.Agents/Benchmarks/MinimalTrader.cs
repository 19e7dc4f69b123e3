using System.Runtime.CompilerServices;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Benchmarks;

/// <summary>The trader of "dtao-min": compares beliefs of his own with prices, and trades on the difference.</summary>
public sealed class MinimalTrader
{
    private const double MeanGapBlocks = 12, Learning = 0.05, Noise = 0.1, Band = 0.02, LargestShare = 0.05, Slippage = 0.05;

    private readonly int _agent;
    private readonly Dice _dice;
    private Beliefs _beliefs;

    public MinimalTrader(int agent, ulong seed)
    {
        _agent = agent;
        _dice = Dice.For(seed, (ulong)agent, 0, Purpose.Decide);
        for (var position = 0; position < MinimalMarket.Positions; position++) _beliefs[position] = Noisy(1);
        FirstGap = Gap();
    }

    /// <summary>Blocks until he first wakes; 1 or more.</summary>
    public int FirstGap { get; }

    /// <summary>How many fills and refusals he has been told.</summary>
    public int Heard { get; private set; }

    /// <summary>Wakes, and picks the position that he looks at.</summary>
    public int Look(long block) => 1 + _dice.At(block).Below(MinimalMarket.Positions);

    /// <summary>Learns from a position's price, and perhaps orders; else the order's amount is 0.</summary>
    /// <param name="tao">What he has, rao.</param>
    /// <param name="alpha">What he has in the position, rao.</param>
    /// <returns>Blocks until he wakes next; 1 or more.</returns>
    public int Decide(int position, double price, ulong tao, ulong alpha, out MinimalOrder order)
    {
        ref var belief = ref _beliefs[position - 1];
        var worth = Noisy(belief);
        var share = _dice.Uniform() * LargestShare;
        belief += Learning * (price - belief);
        order = Math.Abs(worth - price) > Band * price ? Order(position, isBuy: worth > price, share, price, tao, alpha) : default;
        return Gap();
    }

    /// <summary>Is told what became of an order of his.</summary>
    public void Hear() => Heard++;

    private MinimalOrder Order(int position, bool isBuy, double share, double price, ulong tao, ulong alpha)
    {
        var sells = isBuy ? 0 : position;
        var amount = share * (isBuy ? tao : alpha);
        var expected = isBuy ? amount / price : amount * price;
        return new(_agent, sells, position - sells, Whole(amount), Whole(expected * (1 - Slippage)));
    }

    private int Gap() => 1 + (int)_dice.Exponential(MeanGapBlocks);

    private double Noisy(double belief) => belief * _dice.Uniform(1 - Noise, 1 + Noise);

    private static ulong Whole(double rao) => unchecked((ulong)(long)rao);

    [InlineArray(MinimalMarket.Positions)]
    private struct Beliefs
    {
        private double _first;
    }
}
