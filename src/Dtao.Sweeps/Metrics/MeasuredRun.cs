using Dtao.Records.Measuring;
using Dtao.Records.Reading;
using Dtao.Records.Validation;
using Microsoft.Data.Sqlite;

namespace Dtao.Sweeps.Metrics;

/// <summary>A finished run while its metrics are taken: nothing is read before somebody asks for it, and nothing twice.</summary>
public sealed class MeasuredRun : IDisposable
{
    private readonly Lazy<Evidence> evidence;
    private readonly Lazy<SqliteConnection> database;
    private readonly Dictionary<string, Course> courses = new(StringComparer.Ordinal);

    public MeasuredRun(RunReader run) => (evidence, database) = (new(() => Evidence.Of(run)), new(run.OpenDatabase));

    /// <exception cref="InvalidDataException">The run lacks what is measured.</exception>
    public Evidence Evidence => evidence.Value;

    public SqliteConnection Database => database.Value;

    public Course CourseOf(RunSeries series)
    {
        if (!courses.TryGetValue(series.Name, out var course)) courses[series.Name] = course = series.Of(Database);
        return course;
    }

    public void Dispose()
    {
        if (evidence.IsValueCreated) evidence.Value.Dispose();
        if (database.IsValueCreated) database.Value.Dispose();
    }
}
