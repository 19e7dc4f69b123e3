using System.Globalization;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Sweeps.Metrics;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Workers;
using Microsoft.Data.Sqlite;

namespace Dtao.Sweeps.Database;

/// <summary>sweep.db, written by the one process that holds the sweep's folder: a transaction for each run that has ended.</summary>
public sealed class SweepDatabase : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SweepPlan plan;
    private readonly FactorScale[] scales;

    private SweepDatabase(SqliteConnection connection, SweepPlan plan) =>
        (this.connection, this.plan, scales) = (connection, plan, [.. plan.Factors.Select(FactorScale.Of)]);

    internal SqliteConnection Connection => connection;

    /// <summary>Opens it, or makes it where there is none.</summary>
    /// <param name="hash">Of the plan and all its configurations.</param>
    /// <exception cref="SweepChanged">It was made by another plan.</exception>
    public static SweepDatabase Open(string path, string name, SweepPlan plan, string hash, IReadOnlyList<SweepPoint> points)
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            opened.Open();
            opened.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
            var database = new SweepDatabase(opened, plan);
            if (!database.HasTables) database.Create(name, hash, points);
            if (database.Meta("plan_hash") != hash) throw new SweepChanged(path);
            return database;
        }
        catch (Exception failure)
        {
            opened.Dispose();
            if (failure is SqliteException) throw new RecordingFailed(path, failure);
            throw;
        }
    }

    /// <summary>The runs that have a row.</summary>
    public IReadOnlySet<int> Ended => connection.Ask("SELECT run FROM runs", row => row.GetInt32(0)).ToHashSet();

    /// <summary>Points of which no more replicates are wanted.</summary>
    public IReadOnlySet<int> Stopped => connection.Ask("SELECT point FROM stopped", row => row.GetInt32(0)).ToHashSet();

    public int Failures => connection.Ask("SELECT count(*) FROM runs WHERE state = 'failed'", row => row.GetInt32(0)).Single();

    /// <param name="again">A command that shows a failed run once more.</param>
    public void Add(SweepRun run, RunRow row, string again)
    {
        using var transaction = connection.BeginTransaction();
        var values = run.Point.Values.Select((value, at) => scales[at].Unit is null ? value : (object?)scales[at].Number(value));
        Insert("runs", [
            run.Number, run.Point.Number, run.Replicate, (long)run.Seed, .. values, row.Failure is null ? "done" : "failed", .. Measured(row),
            Some(row.StateHash), Some(row.ConfigHash), row.Failure?.What, row.Failure?.Kind.ToString().ToLowerInvariant(), row.Failure?.Agent, row.Failure?.Block, row.Failure is null ? null : again,
        ]);
        foreach (var value in row.Outcome?.Series ?? []) Insert("series", [run.Number, value.Name, value.Block, Known(value.Value)]);
        transaction.Commit();
    }

    /// <summary>Says that a point needs no more replicates.</summary>
    public void Stop(int point, int afterReplicate) => Insert("stopped", [point, afterReplicate]);

    /// <summary>Forgets the runs that failed, so that they are run again.</summary>
    public void ForgetFailures() => connection.Execute("DELETE FROM runs WHERE state = 'failed'");

    /// <summary>Puts everything into the one file, which can then be read where nothing can be written. Where somebody is reading, the rest stays in sweep.db-wal beside it.</summary>
    public void Dispose()
    {
        using (connection)
        using (var settle = connection.CreateCommand())
        {
            settle.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;";
            settle.CommandTimeout = 1; // Seconds that a reader is waited for.
            try
            {
                settle.ExecuteNonQuery();
            }
            catch (SqliteException)
            {
                // A reader, or a full disk: every row is on the disk all the same.
            }
        }
    }

    private bool HasTables => connection.Ask("SELECT count(*) FROM sqlite_schema WHERE name = 'stopped'", row => row.GetInt32(0)).Single() > 0;

    private string? Meta(string key) => connection.Ask($"SELECT value FROM meta WHERE key = '{key}'", row => row.GetString(0)).SingleOrDefault();

    private IEnumerable<object?> Measured(RunRow row) => plan.Metrics.Metrics.Select((_, at) => row.Outcome is { } outcome ? Known(outcome.Values[at]) : null);

    private void Create(string name, string hash, IReadOnlyList<SweepPoint> points)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(SweepSchema.Tables(plan));
        foreach (var (key, value) in FactsOf(name, hash, points.Count)) Insert("meta", [key, value]);
        foreach (var (factor, at) in plan.Factors.Select((factor, at) => (factor, at))) Insert("factors", RowOf(factor, at + 1));
        foreach (var (metric, at) in plan.Metrics.Metrics.Select((metric, at) => (metric, at))) Insert("metrics", RowOf(metric, at + 1));
        foreach (var point in points) Insert("points", [point.Number, .. point.Values]);
        transaction.Commit();
    }

    private (string Key, string Value)[] FactsOf(string name, string hash, int points) =>
    [
        ("schema", SweepSchema.Version), ("name", name), ("question", plan.Question), ("base", plan.Base), ("version", Agents.Running.Build.Version), ("commit", Agents.Running.Build.Commit),
        ("plan_hash", hash), ("runs", Whole((long)points * plan.Replicates)), ("points", Whole(points)), ("replicates", Whole(plan.Replicates)), ("seed", plan.Seed.ToString(CultureInfo.InvariantCulture)),
        ("paired", plan.HasIndependentSeeds ? "0" : "1"), ("design", plan.Sampling?.Kind.ToString().ToLowerInvariant() ?? "grid"), ("design_size", Whole(plan.Sampling?.Size ?? 0)),
    ];

    private static object?[] RowOf(Factor factor, int position) => factor is SampledFactor sampled
        ? [position, factor.Path, "sampled", SweepSchema.UnitOf(factor), sampled.Low, sampled.High]
        : [position, factor.Path, "scanned", SweepSchema.UnitOf(factor), null, null];

    private static object?[] RowOf(Metric metric, int position) => [position, metric.Name, metric.Unit.ToString(), metric.Meaning, metric.IsEvent ? 1 : 0, metric.Given];

    private void Insert(string table, object?[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(',', values.Select((_, at) => Place(at)))})";
        for (var at = 0; at < values.Length; at++) command.Parameters.AddWithValue(Place(at), values[at] ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private static string Place(int at) => FormattableString.Invariant($"$p{at}");

    private static object? Known(double value) => double.IsNaN(value) ? null : value;

    private static string? Some(string text) => text.Length > 0 ? text : null;

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A sweep's plan, its base run or the program's own defaults are not what they were when it was begun.</summary>
public sealed class SweepChanged(string path)
    : Exception($"{path} was begun by another plan, or the run that it varies, its strategies or the program's defaults have changed since. Put them back, or begin anew under another --name.");
