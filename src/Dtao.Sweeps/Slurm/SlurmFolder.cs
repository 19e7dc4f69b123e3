using System.Globalization;
using Dtao.Sweeps.Workers;

namespace Dtao.Sweeps.Slurm;

/// <summary>
/// What a sweep's folder holds while a cluster works on it: for each batch its tasks (a line each, with the numbers of its runs), its job, what tasks printed,
/// and a file for each run that has ended.
/// </summary>
/// <param name="path">In the sweep's folder, on a file system that the nodes share.</param>
public sealed class SlurmFolder(string path)
{
    public const string Name = "slurm", Tasks = "tasks.txt", Script = "task.sh";

    private const string Job = "job", ResultEnd = ".json";

    public string Path { get; } = path;

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Batches of a sweep that were handed in and not yet cleared away.</summary>
    public static IEnumerable<SlurmFolder> Of(string sweep) => Directory.Exists(System.IO.Path.Combine(sweep, Name))
        ? Directory.EnumerateDirectories(System.IO.Path.Combine(sweep, Name)).Order(StringComparer.Ordinal).Select(batch => new SlurmFolder(batch))
        : [];

    /// <summary>The sweep's folder.</summary>
    public string Sweep => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, "..", ".."));

    public static SlurmFolder Make(string sweep, int batch) =>
        new(Directory.CreateDirectory(System.IO.Path.Combine(sweep, Name, string.Create(CultureInfo.InvariantCulture, $"batch-{batch}-{Environment.ProcessId}"))).FullName);

    /// <summary>The job that runs it; null where none was handed in.</summary>
    public string? JobNumber
    {
        get => File.Exists(PathOf(Job)) ? File.ReadAllText(PathOf(Job)) : null;
        set => File.WriteAllText(PathOf(Job), value);
    }

    /// <summary>The runs of a task that have not ended in an earlier attempt at it.</summary>
    /// <param name="task">From 1.</param>
    public IReadOnlyList<int> RunsOf(int task) =>
        [.. File.ReadLines(PathOf(Tasks)).ElementAt(task - 1).Split(' ').Select(run => int.Parse(run, CultureInfo.InvariantCulture)).Where(run => !File.Exists(ResultOf(run)))];

    /// <summary>Puts a row in place at once, so that nobody reads half of it.</summary>
    public void Put(RunRow row)
    {
        var beside = ResultOf(row.Run) + "." + Environment.MachineName + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(beside, RowJson.Write(row));
        File.Move(beside, ResultOf(row.Run), overwrite: true);
    }

    /// <summary>The rows that have come in of the runs that somebody still waits for.</summary>
    public IEnumerable<RunRow> Rows(Func<int, bool> isWanted) => Directory.EnumerateFiles(Path, "*" + ResultEnd)
        .Where(file => int.TryParse(System.IO.Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var run) && isWanted(run))
        .ToArray().Select(file => RowJson.Read(File.ReadAllText(file)));

    public void Clear() => Directory.Delete(Path, recursive: true);

    private string ResultOf(int run) => PathOf(string.Create(CultureInfo.InvariantCulture, $"{run}{ResultEnd}"));
}
