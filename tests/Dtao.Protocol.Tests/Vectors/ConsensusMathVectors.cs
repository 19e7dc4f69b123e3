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
        var score = List(v["score"]);
        var weights = new ColumnBlocks();
        weights.Clear(score.Length, score.Length);
        for (var row = 0; row < score.Length; row++) weights.Write(row, Padded([score[row]], score.Length));
        weights.LookOver();
        return Medians(List(v["stake"]), weights, Fixed(v["majority"])).FirstOrDefault().ToDouble();
    }

    private static double[] Columns(VectorCase v)
    {
        var weights = Matrix(v["weights"], out var columns);
        var stake = List(v["stake"]);
        Array.Resize(ref stake, weights.Columns);
        return Reals(Medians(stake, weights, Fixed(v["kappa"]))[..columns]);
    }

    private static I32F32[] Medians(I32F32[] stake, ColumnBlocks weights, I32F32 majority) =>
        WeightedMedian.OfColumns(Voters.Of(stake, EachItsRow(stake.Length), majority, new EpochLists(stake.Length), TwoRows.AreSupported), weights, new I32F32[stake.Length]);

    private static Dictionary<string, object?> LogisticParameters(VectorCase v)
    {
        var (slope, intercept) = LiquidAlpha.LogisticParameters(Fixed(v["alpha_high"]), Fixed(v["alpha_low"]), Fixed(v["consensus_high"]), Fixed(v["consensus_low"]));
        return new() { ["a"] = slope.ToDouble(), ["b"] = intercept.ToDouble() };
    }

    /// <summary>The chain's own test leaves the columns undivided.</summary>
    private static double[][] Average(VectorCase v)
    {
        var (delta, old) = (Matrix(v["delta"], out var columns), Matrix(v["bonds"], out _));
        var (alpha, one) = (List(v["alpha"]), new Divisor(I32F32.One));
        var averages = Enumerable.Range(0, columns).Select(column => BondEach.Averages(Column(delta, column), one, Column(old, column), one, alpha[column])).ToArray();
        return [.. Enumerable.Range(0, v["delta"].GetArrayLength()).Select(row => Reals([.. averages.Select(column => column[row])]))];
    }

    private static I32F32[] Column(ColumnBlocks matrix, int column) => [.. Enumerable.Range(0, matrix.Rows).Select(row => matrix.At(row, column))];

    /// <summary>A row's ranks, where it alone has all the stake, are its clipped weights.</summary>
    private static double[][] Clipped(VectorCase v)
    {
        var weights = Matrix(v["weights"], out var columns);
        var thresholds = List(v["threshold"]);
        Array.Resize(ref thresholds, weights.Columns);
        var clipped = new double[v["weights"].GetArrayLength()][];
        for (var row = 0; row < clipped.Length; row++)
        {
            var stake = new I32F32[weights.Columns];
            stake[row] = I32F32.One;
            clipped[row] = Reals(Ranking.Of(weights, new RowStakes(EachItsRow(weights.Rows), stake), thresholds, new EpochLists(weights.Columns), TwoRows.AreSupported).Ranks[..columns]);
        }
        return clipped;
    }

    /// <summary>Made square with empty rows, as the chain's matrices are.</summary>
    private static ColumnBlocks Matrix(JsonElement rows, out int columns)
    {
        var given = rows.EnumerateArray().Select(List).ToArray();
        columns = given.Length == 0 ? 0 : given[0].Length;
        var (matrix, count) = (new ColumnBlocks(), Math.Max(given.Length, columns));
        matrix.Clear(count, count);
        for (var row = 0; row < given.Length; row++) matrix.Write(row, Padded(given[row], count));
        matrix.LookOver();
        return matrix;
    }

    private static I32F32[] Padded(I32F32[] row, int columns)
    {
        Array.Resize(ref row, Lanes.Padded(columns));
        return row;
    }

    private static int[] EachItsRow(int count) => [.. Enumerable.Range(0, count)];

    private static double[] Map(JsonElement list, Func<I32F32, I32F32> of) => [.. List(list).Select(value => of(value).ToDouble())];

    private static double[] Reals(I32F32[] values) => [.. values.Select(value => value.ToDouble())];

    private static I32F32[] List(JsonElement list) => [.. list.EnumerateArray().Select(Fixed)];

    private static I32F32 Fixed(JsonElement number) => I32F32.FromDouble(number.GetDouble());
}
