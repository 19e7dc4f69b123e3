using Microsoft.Data.Sqlite;

namespace Dtao.Records.Folders;

/// <summary>A run's record could not be written. The run must stop: what it did from here on would be lost.</summary>
public sealed class RecordingFailed(string path, Exception inner) : Exception($"Cannot write {path}: {inner.Message}", inner)
{
    /// <summary>The file or folder that could not be written.</summary>
    public string Path { get; } = path;

    /// <summary>Runs <paramref name="write"/>; whatever the disk or SQLite say against it names <paramref name="path"/>.</summary>
    internal static T Naming<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new RecordingFailed(path, e);
        }
    }

    /// <inheritdoc cref="Naming{T}"/>
    internal static void Naming(string path, Action write) => Naming(path, () =>
    {
        write();
        return 0;
    });

    /// <summary>The failure inside <paramref name="error"/>; one that names <paramref name="otherwise"/> when there is none.</summary>
    internal static RecordingFailed In(Exception error, string otherwise) => error switch
    {
        RecordingFailed failed => new RecordingFailed(failed.Path, failed.InnerException!),
        AggregateException { InnerException: { } inner } => In(inner, otherwise),
        _ => new RecordingFailed(otherwise, error),
    };
}
