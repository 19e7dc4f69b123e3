using System.Collections.Immutable;
using System.Globalization;
using Dtao.Records.Reading;
using Dtao.Records.Validation;
using Dtao.Sweeps.Database;
using Microsoft.Data.Sqlite;

namespace Dtao.Sweeps.Analysis;

/// <summary>What a sweep has come to so far: what was varied, what was measured, and a row for every run that has ended.</summary>
public sealed record SweepRecord(
    string Folder, SweepFacts Facts, ImmutableArray<StudiedFactor> Factors, ImmutableArray<StudiedMetric> Metrics, ImmutableArray<PointRow> Points, ImmutableArray<RunRecord> Runs, int Stopped)
{
    /// <summary>The file in a sweep's folder that all of it is read from.</summary>
    public const string Database = Folders.SweepLayout.Database;

    public ImmutableArray<RunRecord> Done { get; } = [.. Runs.Where(run => run.Failure is null)];

    public ImmutableArray<RunRecord> Failed { get; } = [.. Runs.Where(run => run.Failure is not null)];

    public IReadOnlyDictionary<int, PointRow> ByNumber { get; } = Points.ToDictionary(point => point.Number);

    /// <summary>Runs that the plan has and the record has not: the sweep goes on, was stopped, or needed no more at some points.</summary>
    public int Missing => Math.Max(0, Facts.Runs - Runs.Length);

    public static bool IsSweep(string folder) => File.Exists(Path.Combine(folder, Database));

    /// <summary>Reads all but the series, whatever state the sweep is in.</summary>
    /// <exception cref="InvalidDataException">It is not what a sweep writes.</exception>
    public static SweepRecord Open(string folder)
    {
        try
        {
            using var database = OpenDatabase(folder);
            var factors = FactorsOf(database);
            var metrics = MetricsOf(database);
            var points = PointsOf(database, factors);
            return new SweepRecord(
                folder, FactsOf(database), [.. factors.Select((factor, at) => factor with { Levels = [.. points.Select(point => point.Values[at]).Distinct(StringComparer.Ordinal)] })], metrics, points,
                RunsOf(database, factors, metrics), database.Has("stopped") ? database.Ask("SELECT count(*) FROM stopped", row => row.GetInt32(0)).Single() : 0);
        }
        catch (Exception broken) when (broken is SqliteException { SqliteErrorCode: not 5 } or FormatException or InvalidCastException or KeyNotFoundException or OverflowException)
        {
            throw new InvalidDataException($"{Path.Combine(folder, Database)} is not what a sweep writes: {broken.Message}", broken);
        }
    }

    public StudiedMetric? Metric(string name) => Metrics.FirstOrDefault(metric => metric.Name == name);

    public StudiedFactor? Factor(string path) => Factors.FirstOrDefault(factor => factor.Path == path);

    internal static SqliteConnection OpenDatabase(string folder) => ReadOnlyDatabase.Open(Path.Combine(folder, Database));

    private static SweepFacts FactsOf(SqliteConnection database)
    {
        var facts = database.Ask("SELECT key, value FROM meta", row => (row.GetString(0), row.GetString(1))).ToDictionary(fact => fact.Item1, fact => fact.Item2, StringComparer.Ordinal);
        return new SweepFacts(
            facts["name"], facts.GetValueOrDefault("question", ""), facts["base"], facts.GetValueOrDefault("version", ""), facts.GetValueOrDefault("commit", ""), facts.GetValueOrDefault("plan_hash", ""),
            Whole("runs"), Whole("replicates"), ulong.Parse(facts["seed"], CultureInfo.InvariantCulture), facts["paired"] == "1", facts["design"], Whole("design_size"));

        int Whole(string key) => facts.TryGetValue(key, out var text) && text.Length > 0 ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
    }

    private static ImmutableArray<StudiedFactor> FactorsOf(SqliteConnection database) =>
    [
        .. database.Ask("SELECT path, kind, unit FROM factors ORDER BY position", row => (Path: row.GetString(0), IsSampled: row.GetString(1) == "sampled", Unit: row.GetString(2)))
            .Select((row, at) => new StudiedFactor(at, row.Path, row.IsSampled, row.Unit, [])),
    ];

    private static ImmutableArray<StudiedMetric> MetricsOf(SqliteConnection database) =>
    [
        .. database.Ask("SELECT name, unit, meaning, is_event, given FROM metrics ORDER BY position", row => (Name: row.GetString(0), Unit: row.GetString(1), Meaning: row.GetString(2), IsEvent: row.GetInt64(3) != 0, Given: Text(row, 4)))
            .Select((row, at) => new StudiedMetric(at, row.Name, Enum.TryParse<MeasureUnit>(row.Unit, out var unit) ? unit : MeasureUnit.Number, row.Meaning, row.IsEvent, row.Given)),
    ];

    private static ImmutableArray<PointRow> PointsOf(SqliteConnection database, ImmutableArray<StudiedFactor> factors) =>
    [
        .. database.Ask($"SELECT point{Columns(factors.Select(factor => factor.Path))} FROM points ORDER BY point", row => new PointRow(row.GetInt32(0), [.. factors.Select((_, at) => row.GetString(at + 1))])),
    ];

    private static ImmutableArray<RunRecord> RunsOf(SqliteConnection database, ImmutableArray<StudiedFactor> factors, ImmutableArray<StudiedMetric> metrics)
    {
        const int own = 10;
        var sql = $"SELECT run, point, replicate, seed, state_hash, failure, kind, agent, block, again{Columns(factors.Select(factor => factor.Path))}{Columns(metrics.Select(metric => metric.Name))}, state FROM runs ORDER BY run";
        var last = own + factors.Length + metrics.Length;
        return
        [
            .. database.Ask(sql, row => new RunRecord(
                row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt64(3),
                [.. factors.Select((_, at) => Number(row, own + at))],
                [.. metrics.Select((_, at) => Number(row, own + factors.Length + at))],
                Text(row, 4),
                row.GetString(last) == "done" ? null : new RecordedFailure(Text(row, 5) ?? "", Text(row, 6) ?? "", Text(row, 7), row.IsDBNull(8) ? null : row.GetInt64(8), Text(row, 9) ?? ""))),
        ];
    }

    private static string Columns(IEnumerable<string> names) => string.Concat(names.Select(name => $", {SweepSchema.Quoted(name)}"));

    private static double Number(SqliteDataReader row, int column) => row.IsDBNull(column) || row.GetFieldType(column) == typeof(string) ? double.NaN : row.GetDouble(column);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
