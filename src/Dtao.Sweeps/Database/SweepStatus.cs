using System.Globalization;
using Dtao.Records.Reading;
using Dtao.Sweeps.Folders;
using Microsoft.Data.Sqlite;

namespace Dtao.Sweeps.Database;

/// <summary>How far a sweep has come, from its database alone.</summary>
/// <param name="Planned">Runs of the plan.</param>
/// <param name="Done">Runs that ended well.</param>
/// <param name="Needless">Runs of points that need no more replicates.</param>
/// <param name="IsHeld">Whether a process is at work on it.</param>
/// <param name="SecondsARun">Of the last runs, from one row to the next; null before the first.</param>
public sealed record SweepStatus(int Planned, int Done, int Failed, int Needless, bool IsHeld, double? SecondsARun, IReadOnlyList<(string Kind, int Count)> Failures)
{
    private const int LastTimings = 50;

    /// <summary>Whether its plan has come into its database.</summary>
    public bool IsBegun => Planned > 0;

    public int Wanted => Planned - Needless;

    public int Left => Wanted - Done - Failed;

    public TimeSpan? TimeLeft => SecondsARun is { } seconds ? TimeSpan.FromSeconds(Left * seconds) : null;

    public static SweepStatus Of(string folder)
    {
        var isHeld = SweepFolder.IsHeld(folder);
        var path = Path.Combine(folder, SweepLayout.Database);
        if (!File.Exists(path)) return new SweepStatus(0, 0, 0, 0, isHeld, null, []);
        using var database = ReadOnlyDatabase.Open(path);
        if (!HasTables(database)) return new SweepStatus(0, 0, 0, 0, isHeld, null, []);
        var facts = database.Ask("SELECT key, value FROM meta WHERE key IN ('runs', 'replicates')", row => (Key: row.GetString(0), Value: int.Parse(row.GetString(1), CultureInfo.InvariantCulture))).ToDictionary(fact => fact.Key, fact => fact.Value);
        var states = database.Ask("SELECT state, count(*) FROM runs GROUP BY state", row => (State: row.GetString(0), Count: row.GetInt32(1)));
        var needless = database.Ask("SELECT coalesce(sum($replicates - after_replicate), 0) FROM stopped", row => row.GetInt32(0), ("$replicates", facts["replicates"])).Single();
        var failures = database.Ask("SELECT kind, count(*) FROM runs WHERE state = 'failed' GROUP BY kind ORDER BY kind", row => (row.GetString(0), row.GetInt32(1)));
        return new SweepStatus(facts["runs"], Count("done"), Count("failed"), needless, isHeld, SecondsIn(Path.Combine(folder, SweepLayout.Timings)), failures);

        int Count(string state) => states.Where(row => row.State == state).Sum(row => row.Count);
    }

    /// <summary>A disk that was full from the outset leaves a file with nothing in it, or half of something.</summary>
    private static bool HasTables(SqliteConnection database)
    {
        try
        {
            return database.Has("stopped");
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>Time between the last rows, since several workers write at a time.</summary>
    private static double? SecondsIn(string timings)
    {
        if (!File.Exists(timings)) return null;
        var ends = File.ReadLines(timings).TakeLast(LastTimings).Select(line => line.Split(',')).Where(cells => cells.Length == 4).Select(cells => double.Parse(cells[1], CultureInfo.InvariantCulture)).ToArray();
        ends = ends[(Array.FindLastIndex(ends, at => at > ends[^1]) + 1)..]; // Times begin anew with every coordinator.
        return ends.Length > 1 && ends[^1] > ends[0] ? (ends[^1] - ends[0]) / (ends.Length - 1) : null;
    }
}
