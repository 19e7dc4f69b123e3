using static Dtao.Sweeps.Database.SweepSchema;

namespace Dtao.Sweeps.Analysis;

/// <summary>A question to a sweep's database that comes with the program. Its words depend on what the sweep varied and measured, since those are columns.</summary>
/// <param name="Meaning">What it answers.</param>
/// <param name="Sql"><c>$top</c> is how many rows.</param>
public sealed record SweepQuery(string Name, string Meaning, Func<SweepRecord, string> Sql)
{
    /// <summary>By name.</summary>
    public static IReadOnlyList<SweepQuery> All { get; } =
    [
        new("by-point", "Every point with the mean of every metric over its runs.", ByPoint),
        new("by-seed", "Every seed with the mean of every metric over its points: whether one seed makes the result.", BySeed),
        new("failures", "Runs that failed: what happened, who it was, and the command that shows it again.", Failures),
        new("failures-by-point", "Where runs failed, and of which kind.", FailuresByPoint),
        new("missing", "Points that have fewer finished runs than the plan wants.", Missing),
        new("probabilities", "Every point with hits and runs that tell of every event.", Probabilities),
    ];

    /// <summary>Null for a name that none has.</summary>
    public static SweepQuery? Find(string name) => All.FirstOrDefault(query => query.Name == name);

    private static string ByPoint(SweepRecord sweep) => $"""
        SELECT p.point{Factors(sweep)}, count(r.run) AS runs{Each(sweep.Metrics, metric => $"avg(r.{Quoted(metric.Name)}) AS {Quoted(metric.Name)}")}
        FROM points AS p LEFT JOIN runs AS r ON r.point = p.point AND r.state = 'done' GROUP BY p.point ORDER BY p.point LIMIT ifnull($top, -1)
        """;

    private static string BySeed(SweepRecord sweep) => $"""
        SELECT r.seed, count(*) AS runs{Each(sweep.Metrics, metric => $"avg(r.{Quoted(metric.Name)}) AS {Quoted(metric.Name)}")}
        FROM runs AS r WHERE r.state = 'done' GROUP BY r.seed ORDER BY min(r.replicate), r.seed LIMIT ifnull($top, -1)
        """;

    private static string Failures(SweepRecord sweep) => $"""
        SELECT r.run, r.kind, r.failure, r.agent, r.block, r.point{Factors(sweep)}, r.replicate, r.seed, r.again
        FROM runs AS r JOIN points AS p ON p.point = r.point WHERE r.state = 'failed' ORDER BY r.run LIMIT ifnull($top, -1)
        """;

    private static string FailuresByPoint(SweepRecord sweep) => $"""
        SELECT r.point{Factors(sweep)}, r.kind, count(*) AS failures, min(r.run) AS first_run
        FROM runs AS r JOIN points AS p ON p.point = r.point WHERE r.state = 'failed' GROUP BY r.point, r.kind ORDER BY failures DESC, r.point, r.kind LIMIT ifnull($top, -1)
        """;

    private static string Missing(SweepRecord sweep) => $"""
        SELECT p.point{Factors(sweep)}, count(r.run) AS ended, (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'replicates') AS wanted
        FROM points AS p LEFT JOIN runs AS r ON r.point = p.point GROUP BY p.point HAVING ended < wanted ORDER BY p.point LIMIT ifnull($top, -1)
        """;

    private static string Probabilities(SweepRecord sweep) => $"""
        SELECT p.point{Factors(sweep)}{Each(sweep.Metrics.Where(metric => metric.IsEvent), metric => $"CAST(total(r.{Quoted(metric.Name)}) AS INTEGER) AS {Quoted(metric.Name + "_hits")}, count(r.{Quoted(metric.Name)}) AS {Quoted(metric.Name + "_of")}")}
        FROM points AS p LEFT JOIN runs AS r ON r.point = p.point AND r.state = 'done' GROUP BY p.point ORDER BY p.point LIMIT ifnull($top, -1)
        """;

    private static string Factors(SweepRecord sweep) => Each(sweep.Factors, factor => $"p.{Quoted(factor.Path)}");

    private static string Each<T>(IEnumerable<T> all, Func<T, string> column) => string.Concat(all.Select(one => ", " + column(one)));
}
