using System.Text.Json;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

internal static class ConsensusMathVectors
{
    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("stake", "score", "majority") => new() { ["median"] = Median(v) },
        _ when v.Has("stake", "weights", "kappa") => new() { ["consensus"] = Columns(v) },
        _ when v.Has("vector", "k") => new() { ["mask"] = ValidatorPermits.TopStakes(List(v["vector"]), (int)v.Whole("k")) },
        _ when v.Has("data", "q") => new() { ["value"] = LiquidAlpha.Quantile(List(v["data"]), Fixed(v["q"])).ToDouble() },
        _ when v.Has("alpha_high", "alpha_low", "consensus_high", "consensus_low") => LogisticParameters(v),
        _ when v.Has("consensus", "a", "b") => new() { ["alpha"] = Map(v["consensus"], c => LiquidAlpha.Logistic(c, Fixed(v["a"]), Fixed(v["b"]))) },
        _ when v.Has("delta", "bonds", "alpha") => new() { ["ema"] = Average(v) },
        _ when v.Has("weights", "threshold") => new() { ["clipped"] = Clipped(v) },
        _ when v.Has("alpha", "low", "high") => new() { ["alpha"] = Map(v["alpha"], a => LiquidAlpha.Clamp(a, Fixed(v["low"]), Fixed(v["high"]))) },
        _ => throw new UnreadableVector(v.Id),
    };

    private static double Median(VectorCase v)
    {
        var stake = List(v["stake"]);
        Shares.Normalise(stake);
        return WeightedMedian.Of(List(v["score"]), stake, Shares.Sum(stake) - Fixed(v["majority"])).ToDouble();
    }

    private static double[] Columns(VectorCase v)
    {
        var weights = Matrix(v["weights"], out var columns);
        var stake = List(v["stake"]);
        Array.Resize(ref stake, weights.Count);
        return Reals(new WeightedMedian().OfColumns(stake, weights, Fixed(v["kappa"]), [])[..columns]);
    }

    private static Dictionary<string, object?> LogisticParameters(VectorCase v)
    {
        var (slope, intercept) = LiquidAlpha.LogisticParameters(Fixed(v["alpha_high"]), Fixed(v["alpha_low"]), Fixed(v["consensus_high"]), Fixed(v["consensus_low"]));
        return new() { ["a"] = slope.ToDouble(), ["b"] = intercept.ToDouble() };
    }

    private static double[][] Average(VectorCase v)
    {
        var (delta, old) = (Matrix(v["delta"], out var columns), Matrix(v["bonds"], out _));
        return Dense(new Bonds().Average(delta, Ones(old), old, Ones(old), List(v["alpha"])), v["delta"].GetArrayLength(), columns);
    }

    private static I32F32[] Ones(UidMatrix matrix) => [.. Enumerable.Repeat(I32F32.One, matrix.Count)];

    /// <summary>A row's ranks, where it alone has all the stake, are its clipped weights.</summary>
    private static double[][] Clipped(VectorCase v)
    {
        var weights = Matrix(v["weights"], out var columns);
        var thresholds = List(v["threshold"]);
        Array.Resize(ref thresholds, weights.Count);
        var clipped = new double[v["weights"].GetArrayLength()][];
        for (var row = 0; row < clipped.Length; row++)
        {
            var stake = new I32F32[weights.Count];
            stake[row] = I32F32.One;
            clipped[row] = Reals(Ranking.Of(weights, stake, thresholds).Ranks[..columns]);
        }
        return clipped;
    }

    /// <summary>Made square with empty rows, as the chain's matrices are.</summary>
    private static UidMatrix Matrix(JsonElement rows, out int columns)
    {
        var given = rows.EnumerateArray().Select(List).ToArray();
        columns = given.Length == 0 ? 0 : given[0].Length;
        var matrix = new UidMatrix();
        matrix.Clear(Math.Max(given.Length, columns));
        for (var row = 0; row < given.Length; row++) given[row].CopyTo(matrix.Add(row));
        return matrix;
    }

    private static double[][] Dense(UidMatrix matrix, int rows, int columns) =>
        [.. Enumerable.Range(0, rows).Select(row => Reals(matrix[row].ToArray())[..columns])];

    private static double[] Map(JsonElement list, Func<I32F32, I32F32> of) => [.. List(list).Select(value => of(value).ToDouble())];

    private static double[] Reals(I32F32[] values) => [.. values.Select(value => value.ToDouble())];

    private static I32F32[] List(JsonElement list) => [.. list.EnumerateArray().Select(Fixed)];

    private static I32F32 Fixed(JsonElement number) => I32F32.FromDouble(number.GetDouble());
}
