using System.Collections.Immutable;
using Dtao.Records.Reading;

namespace Dtao.Sweeps.Analysis;

/// <summary>One series of every run that is done.</summary>
/// <param name="Blocks">Since genesis, ascending.</param>
public sealed record SweepSeries(string Name, ImmutableArray<long> Blocks, ImmutableArray<RunSeries> Runs)
{
    /// <summary>More moments than a picture has room for are thinned to this many, evenly; the last is kept.</summary>
    private const int MostMoments = 160;

    public static ImmutableArray<string> Names(SweepRecord sweep)
    {
        using var database = SweepRecord.OpenDatabase(sweep.Folder);
        return [.. database.Ask("SELECT DISTINCT name FROM series ORDER BY name", row => row.GetString(0))];
    }

    public static SweepSeries Of(SweepRecord sweep, string name)
    {
        using var database = SweepRecord.OpenDatabase(sweep.Folder);
        var all = database.Ask("SELECT DISTINCT block FROM series WHERE name = $name ORDER BY block", row => row.GetInt64(0), ("$name", name));
        long[] blocks = [.. Enumerable.Range(0, Math.Min(MostMoments, all.Count)).Select(i => all[Place(i, all.Count)])];
        var placeOf = blocks.Select((block, at) => (block, at)).ToDictionary(pair => pair.block, pair => pair.at);
        var runs = sweep.Done.ToDictionary(run => run.Run, run => new RunSeries(run.Point, NothingAt(blocks.Length)));
        var has = new HashSet<int>();
        database.Ask("SELECT run, block, value FROM series WHERE name = $name AND value IS NOT NULL", row =>
        {
            var run = row.GetInt32(0);
            if (placeOf.TryGetValue(row.GetInt64(1), out var at) && runs.TryGetValue(run, out var series)) series.Values[at] = row.GetDouble(2);
            return has.Add(run);
        }, ("$name", name));
        return new SweepSeries(name, [.. blocks], [.. sweep.Done.Where(run => has.Contains(run.Run)).Select(run => runs[run.Run])]);
    }

    private static int Place(int i, int of) => of <= MostMoments ? i : (int)((long)i * (of - 1) / (MostMoments - 1));

    private static double[] NothingAt(int blocks)
    {
        var values = new double[blocks];
        Array.Fill(values, double.NaN);
        return values;
    }
}

/// <param name="Values">By moment; NaN where there is none.</param>
public sealed record RunSeries(int Point, double[] Values);
