using System.Globalization;
using Dtao.Records.Reports;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports;

/// <summary>A sweep in words.</summary>
internal static class SweepText
{
    public static string Design(SweepRecord sweep)
    {
        var scanned = sweep.Factors.Where(factor => !factor.IsSampled).Select(factor => $"{factor.Path} ({Shown.Whole(factor.Levels.Length)} values)");
        var sampled = sweep.Factors.Where(factor => factor.IsSampled).Select(factor => factor.Path).ToArray();
        var design = sampled.Length == 0 ? Array.Empty<string>() : [$"{string.Join(", ", sampled)} by {Kind(sweep)}"];
        return string.Join(" × ", scanned.Concat(design));
    }

    public static string Seeds(SweepRecord sweep) => string.Create(CultureInfo.InvariantCulture, $"{(sweep.Facts.IsPaired ? "each replicate has one seed at all points" : "every run has a seed of its own")}, drawn from seed {sweep.Facts.Seed}");

    /// <summary>Null of a sweep that has all its runs, or has ended those points early that it lacks runs of.</summary>
    public static string? Partial(SweepRecord sweep) => sweep.Missing == 0 || IsStoppedShort(sweep)
        ? null
        : $"{Shown.Whole(sweep.Missing)} of {Shown.Whole(sweep.Facts.Runs)} runs have not ended: what follows is what there is. dtao resume goes on with it.";

    private static bool IsStoppedShort(SweepRecord sweep)
    {
        if (sweep.Stopped == 0) return false;
        var ended = sweep.Runs.CountBy(run => run.Point).ToDictionary(point => point.Key, point => point.Value);
        return sweep.Points.Count(point => ended.GetValueOrDefault(point.Number) < sweep.Facts.Replicates) <= sweep.Stopped;
    }

    private static string Kind(SweepRecord sweep) => sweep.Facts.Design switch
    {
        "morris" => $"Morris walks ({Shown.Whole(sweep.Facts.DesignSize)})",
        "saltelli" => $"Saltelli's design ({Shown.Whole(sweep.Facts.DesignSize)} base samples)",
        "lhs" => $"a Latin hypercube ({Shown.Whole(sweep.Facts.DesignSize)} points)",
        "sobol" => $"a scrambled Sobol sequence ({Shown.Whole(sweep.Facts.DesignSize)} points)",
        _ => $"random draws ({Shown.Whole(sweep.Facts.DesignSize)} points)",
    };
}
