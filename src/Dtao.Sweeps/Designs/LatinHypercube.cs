using Dtao.Strategies.Numerics;

namespace Dtao.Sweeps.Designs;

/// <summary>Points of which each of n equal intervals of every factor holds one.</summary>
/// <remarks>McKay, Beckman, Conover, <i>A comparison of three methods for selecting values of input variables</i>, Technometrics 21 (1979).</remarks>
public static class LatinHypercube
{
    private static readonly ulong Purpose = Strategies.Numerics.Purpose.Named("latin hypercube");

    /// <returns>A row a point, a column a factor, each from 0 to below 1.</returns>
    public static double[][] Of(int points, int factors, ulong seed)
    {
        var columns = Enumerable.Range(0, factors).Select(factor => Column(points, Dice.For(seed, (ulong)factor, 0, Purpose))).ToArray();
        return [.. Enumerable.Range(0, points).Select(point => columns.Select(column => column[point]).ToArray())];
    }

    private static double[] Column(int points, Dice dice)
    {
        var strata = Enumerable.Range(0, points).ToArray();
        dice.Shuffle<int>(strata);
        return [.. strata.Select(stratum => (stratum + dice.Uniform()) / points)];
    }
}
