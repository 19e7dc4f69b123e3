using Dtao.Records.Folders;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dtao.Records.Reading;

/// <summary>A run folder opened for reading, in whatever state it is.</summary>
public sealed class RunReader
{
    private RunReader(string path) => Path = path;

    public string Path { get; }

    public RunState State => RunFolder.StateOf(Path);

    /// <summary>Why a failed run failed; null for others.</summary>
    public string? FailedBecause => State == RunState.Failed ? File.ReadAllText(PathOf(RunLayout.Failed)).TrimEnd('\n') : null;

    /// <summary>Head of the state-hash chain after the last block; null while the run has not ended.</summary>
    public string? HashHead => Manifest() is { Progress.HashHead: { Length: > 0 } head } ? head : null;

    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static RunReader Open(string path) =>
        Directory.Exists(path) ? new RunReader(path) : throw new DirectoryNotFoundException($"There is no run at {path}.");

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Null where the run was killed before it said what it is.</summary>
    /// <exception cref="InvalidDataException">It is not what the run wrote.</exception>
    public RunManifest? Manifest() => File.Exists(PathOf(RunLayout.Manifest)) ? ManifestJson.Read(File.ReadAllText(PathOf(RunLayout.Manifest))) : null;

    /// <summary>The lines of the log in order, a torn last one left out; none where there is no log.</summary>
    /// <exception cref="InvalidDataException">A line before the last is no event.</exception>
    public IEnumerable<ClefEvent> Events() => File.Exists(PathOf(RunLayout.Events)) ? ClefFile.Read(PathOf(RunLayout.Events)) : [];

    public long CountEvents() => Events().LongCount();

    /// <summary>An open connection that cannot write. Of a partial run it shows what was written up to the last whole transaction.</summary>
    /// <exception cref="SqliteException">There is no database, or it cannot be opened.</exception>
    /// <exception cref="InvalidDataException">It is not what the run wrote.</exception>
    public SqliteConnection OpenDatabase()
    {
        SqliteConnection? connection = null;
        try
        {
            connection = ReadOnlyDatabase.Open(PathOf(RunLayout.Database));
            _ = connection.Ask("SELECT count(*) FROM sqlite_schema", row => row.GetInt64(0)); // SQLite opens anything, and looks at it when it is asked.
            return connection;
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
        {
            connection?.Dispose();
            throw new InvalidDataException($"{PathOf(RunLayout.Database)} is not what the run wrote: {raw.sqlite3_errstr(broken.SqliteErrorCode).utf8_to_string()}.", broken);
        }
    }
}
