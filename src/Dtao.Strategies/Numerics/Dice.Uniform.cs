using System.Runtime.CompilerServices;

namespace Dtao.Strategies.Numerics;

public sealed partial class Dice
{
    private const double TwoToMinus53 = 1.0 / (1L << 53), TwoToMinus52 = 1.0 / (1L << 52);

    /// <summary>Uniform in [0, 1), a multiple of 2⁻⁵³. One draw.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform() => (NextUInt64() >> 11) * TwoToMinus53;

    /// <summary>Uniform in (0, 1), symmetric about ½. One draw.</summary>
    public double UniformOpen() => InOpen(NextUInt64());

    /// <summary>Fills a row: the same as one after the other, with the state in a register.</summary>
    private void UniformOpen(Span<double> drawn)
    {
        var at = state;
        foreach (ref var number in drawn)
        {
            number = InOpen(StableHash.Mix(at));
            at = unchecked(at + step);
        }
        state = at;
    }

    private static double InOpen(ulong bits) => ((bits >> 12) + 0.5) * TwoToMinus52;

    /// <summary>Uniform in [low, high). One draw.</summary>
    public double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>True with probability p, from 0 to 1. One draw.</summary>
    public bool Chance(double p) =>
        p is >= 0 and <= 1 ? Uniform() < p : throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies from 0 to 1.");

    /// <summary>A whole number from 0 to n − 1, each equally likely. One draw, rarely more.</summary>
    /// <remarks>Lemire, <i>Fast Random Integer Generation in an Interval</i> (2019).</remarks>
    public int Below(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var range = (ulong)n;
        var high = Math.BigMul(NextUInt64(), range, out var low);
        if (low >= range) return (int)high;
        var unfair = unchecked(0 - range) % range;
        while (low < unfair) high = Math.BigMul(NextUInt64(), range, out low);
        return (int)high;
    }

    /// <summary>One item of a list that is not empty, each equally likely.</summary>
    public T Pick<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items[Below(items.Count)];
    }

    /// <summary>The place of one weight, each as likely as it is heavy; null when none is above 0. One draw.</summary>
    public int? Weighted(ReadOnlySpan<double> weights)
    {
        var drawn = Uniform(); // before the sum, which stays in a register where no call comes after it
        var total = 0.0;
        foreach (var weight in weights) total += Math.Max(0, weight);
        var left = drawn * total;
        for (var place = 0; place < weights.Length; place++)
        {
            left -= Math.Max(0, weights[place]); // of those not above 0 it takes nothing: a branch would be foretold wrongly for half of them
            if (left < 0) return place;
        }
        return LastAboveZero(weights);
    }

    /// <summary>Where rounding, or a weight that is no number, has left something over.</summary>
    private static int? LastAboveZero(ReadOnlySpan<double> weights)
    {
        for (var place = weights.Length - 1; place >= 0; place--)
            if (weights[place] > 0)
                return place;
        return null;
    }

    /// <summary>Puts items into a random order, each equally likely.</summary>
    /// <remarks>Durstenfeld, <i>Algorithm 235: Random permutation</i> (1964).</remarks>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var chosen = Below(last + 1);
            (items[last], items[chosen]) = (items[chosen], items[last]);
        }
    }
}
