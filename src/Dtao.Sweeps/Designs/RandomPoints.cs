using Dtao.Strategies.Numerics;

namespace Dtao.Sweeps.Designs;

/// <summary>Points drawn uniformly from the unit cube, each coordinate a function of seed, point and factor.</summary>
public static class RandomPoints
{
    private static readonly ulong Purpose = Strategies.Numerics.Purpose.Named("random design");

    /// <returns>A row a point, a column a factor, each from 0 to below 1. More points leave the first ones as they are.</returns>
    public static double[][] Of(int points, int factors, ulong seed) => [.. Enumerable.Range(0, points).Select(point => Point(point, factors, seed))];

    private static double[] Point(int point, int factors, ulong seed)
    {
        var dice = Dice.For(seed, 0, point, Purpose);
        return [.. Enumerable.Range(0, factors).Select(_ => dice.Uniform())];
    }
}
