using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dtao.Fixtures;

/// <summary>A sweep's folder made of plain SQL: what a sweep would have written, without any run.</summary>
internal sealed class SweepFixture
{
    public string Name { get; init; } = "small";

    public string Question { get; init; } = "Does it?";

    public string Base { get; init; } = "sn28";

    public string Design { get; init; } = "grid";

    public int DesignSize { get; init; }

    public int Replicates { get; init; } = 2;

    public ulong Seed { get; init; } = 1;

    public bool IsPaired { get; init; } = true;

    public required IReadOnlyList<FixtureFactor> Factors { get; init; }

    public required IReadOnlyList<FixtureMetric> Metrics { get; init; }

    /// <summary>Of sampled factors, a row a sample.</summary>
    public double[][] Samples { get; init; } = [[]];

    /// <summary>What a run comes to; null for one that has not ended.</summary>
    public required Func<FixtureRun, FixtureOutcome?> Outcome { get; init; }

    /// <summary>Whether rows are written last first, as workers may end in any order.</summary>
    public bool IsBackwards { get; init; }

    /// <summary>Points of which no more replicates were wanted.</summary>
    public IReadOnlyList<int> Stopped { get; init; } = [];

    /// <summary>Point after point; the last scanned factor changes first, samples within.</summary>
    public IReadOnlyList<(string[] Written, object[] Values)> Points => [.. Combined()];

    public IEnumerable<FixtureRun> Runs => Enumerable.Range(1, Replicates).SelectMany(replicate => Points.Select((point, at) =>
        new FixtureRun((replicate - 1) * Points.Count + at + 1, at + 1, replicate, IsPaired ? 1_000 + replicate : 1_000 * (at + 1) + replicate, point.Values)));

    /// <param name="plan">plan.conf; null for none.</param>
    public string Write(string folder, string? plan = null)
    {
        Directory.CreateDirectory(folder);
        if (plan is not null) File.WriteAllText(Path.Combine(folder, "plan.conf"), plan);
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "sweep.db"), Pooling = false }.ToString());
        database.Open();
        using var transaction = database.BeginTransaction();
        Run(database, Tables());
        WriteFacts(database);
        var (points, runs) = (Points, IsBackwards ? Runs.Reverse().ToArray() : Runs.ToArray());
        var (insertPoint, insertRun, insertSeries) = (Insert(database, "points", 1 + Factors.Count), Insert(database, "runs", 4 + Factors.Count + 1 + Metrics.Count + 7), Insert(database, "series", 4));
        for (var at = 0; at < points.Count; at++) insertPoint([at + 1, .. points[at].Written]);
        foreach (var run in runs)
        {
            if (Outcome(run) is not { } outcome) continue;
            var failed = outcome.Failure;
            insertRun([
                run.Run, run.Point, run.Replicate, run.Seed, .. run.Factors, failed is null ? "done" : "failed", .. Metrics.Select((_, at) => failed is null && !double.IsNaN(outcome.Values[at]) ? (object)outcome.Values[at] : null),
                outcome.StateHash, "c", failed?.What, failed?.Kind, failed?.Agent, failed?.Block, failed?.Again,
            ]);
            foreach (var (name, block, value) in outcome.Series) insertSeries([run.Run, name, block, value]);
        }
        foreach (var point in Stopped) Insert(database, "stopped", 2)([point, 1]);
        transaction.Commit();
        return folder;
    }

    private IEnumerable<(string[] Written, object[] Values)> Combined()
    {
        IEnumerable<(string[] Written, object[] Values)> grid = [([], [])];
        foreach (var factor in Factors.Where(factor => factor.Kind == "scanned"))
            grid = grid.SelectMany(_ => factor.Levels, (point, level) => ((string[])[.. point.Written, level.Written], (object[])[.. point.Values, level.Value]));
        return grid.SelectMany(_ => Samples, (point, sample) =>
            ((string[])[.. point.Written, .. sample.Select(value => value.ToString("0.####", CultureInfo.InvariantCulture))], (object[])[.. point.Values, .. sample.Select(value => (object)value)]));
    }

    private string Tables() => $"""
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
        CREATE TABLE factors (position INTEGER PRIMARY KEY, path TEXT, kind TEXT, unit TEXT, low REAL, high REAL);
        CREATE TABLE points (point INTEGER PRIMARY KEY{string.Concat(Factors.Select(factor => $", {Quoted(factor.Path)} TEXT"))});
        CREATE TABLE metrics (position INTEGER PRIMARY KEY, name TEXT, unit TEXT, meaning TEXT, is_event INTEGER, given TEXT);
        CREATE TABLE runs (run INTEGER PRIMARY KEY, point INTEGER, replicate INTEGER, seed INTEGER{string.Concat(Factors.Select(factor => $", {Quoted(factor.Path)} {(factor.Unit == "Text" ? "TEXT" : "REAL")}"))},
          state TEXT{string.Concat(Metrics.Select(metric => $", {Quoted(metric.Name)} REAL"))}, state_hash TEXT, config_hash TEXT, failure TEXT, kind TEXT, agent TEXT, block INTEGER, again TEXT);
        CREATE TABLE series (run INTEGER, name TEXT, block INTEGER, value REAL, PRIMARY KEY (run, name, block)) WITHOUT ROWID;
        CREATE TABLE stopped (point INTEGER PRIMARY KEY, after_replicate INTEGER);
        """;

    private void WriteFacts(SqliteConnection database)
    {
        var points = Points.Count;
        (string, string)[] facts =
        [
            ("schema", "1"), ("name", Name), ("question", Question), ("base", Base), ("version", "0.1.0"), ("commit", "abc"), ("plan_hash", "0f"), ("runs", Text(points * Replicates)), ("points", Text(points)), ("replicates", Text(Replicates)),
            ("seed", Seed.ToString(CultureInfo.InvariantCulture)), ("paired", IsPaired ? "1" : "0"), ("design", Design), ("design_size", Text(DesignSize)),
        ];
        var (insertFact, insertFactor, insertMetric) = (Insert(database, "meta", 2), Insert(database, "factors", 6), Insert(database, "metrics", 6));
        foreach (var (key, value) in facts) insertFact([key, value]);
        foreach (var (factor, at) in Factors.Select((factor, at) => (factor, at))) insertFactor([at + 1, factor.Path, factor.Kind, factor.Unit, factor.Low, factor.High]);
        foreach (var (metric, at) in Metrics.Select((metric, at) => (metric, at))) insertMetric([at + 1, metric.Name, metric.Unit, metric.Meaning, metric.IsEvent ? 1 : 0, metric.Given]);
    }

    private static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Action<object?[]> Insert(SqliteConnection database, string table, int columns)
    {
        var command = database.CreateCommand();
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(',', Enumerable.Range(0, columns).Select(at => "$p" + Text(at)))})";
        return values =>
        {
            command.Parameters.Clear();
            for (var at = 0; at < columns; at++) command.Parameters.AddWithValue("$p" + Text(at), values[at] ?? DBNull.Value);
            command.ExecuteNonQuery();
        };
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Levels">Of what is scanned.</param>
internal sealed record FixtureFactor(string Path, string Kind, string Unit, double? Low, double? High, IReadOnlyList<(string Written, object Value)> Levels)
{
    /// <summary>Shares, written in percent.</summary>
    public static FixtureFactor Shares(string path, params double[] shares) =>
        new(path, "scanned", "Fraction", null, null, [.. shares.Select(share => ((share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%", (object)share))]);

    public static FixtureFactor Words(string path, params string[] words) => new(path, "scanned", "Text", null, null, [.. words.Select(word => (word, (object)word))]);

    public static FixtureFactor Sampled(string path, double low, double high) => new(path, "sampled", "Number", low, high, []);
}

internal sealed record FixtureMetric(string Name, bool IsEvent, string? Given = null, string Unit = "Number", string Meaning = "what it is")
{
    public static FixtureMetric Event(string name, string? given = null, string meaning = "it happened") => new(name, true, given, Meaning: meaning);

    public static FixtureMetric Figure(string name, string unit = "Number", string meaning = "a figure") => new(name, false, null, unit, meaning);
}

/// <param name="Factors">In the factor's unit; a text where it has none.</param>
internal sealed record FixtureRun(int Run, int Point, int Replicate, long Seed, object[] Factors);

/// <param name="Values">By metric; NaN is nothing.</param>
internal sealed record FixtureOutcome(double[] Values)
{
    public IReadOnlyList<(string Name, long Block, double Value)> Series { get; init; } = [];

    public FixtureFailure? Failure { get; init; }

    public string? StateHash { get; init; } = "5a";
}

internal sealed record FixtureFailure(string What, string Kind = "threw", string? Agent = "herd-3", long? Block = 4_711, string Again = "dtao run sn28 --seed 1001");
