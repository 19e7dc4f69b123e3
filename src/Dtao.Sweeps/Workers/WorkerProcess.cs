using System.Diagnostics;
using System.Globalization;
using Dtao.Agents.Lanes;

namespace Dtao.Sweeps.Workers;

/// <summary>How workers are started, and what they may take.</summary>
/// <param name="Program">With its first arguments; the worker's own follow.</param>
/// <param name="MemoryLimit">Bytes beyond which a worker is stopped.</param>
public sealed record WorkerSettings(IReadOnlyList<string> Program, long MemoryLimit);

/// <summary>How a coordinator's request ended.</summary>
/// <param name="Row">Null where the worker was killed from outside, or is to stop.</param>
/// <param name="IsSpent">Whether the process is gone, or is not to be used again.</param>
/// <param name="PeakBytes">Most memory seen.</param>
/// <param name="Said">The first lines that the worker wrote on its error stream meanwhile.</param>
public sealed record WorkerAnswer(RunRow? Row, bool IsSpent, long PeakBytes, string Said);

/// <summary>A worker as its coordinator sees it: asked for a run, watched while it lasts, stopped when it goes beyond its limits.</summary>
public sealed class WorkerProcess : IDisposable
{
    internal const string Progress = "progress";

    /// <summary>How long nothing at all may move: reading a large saved ledger or measuring a long run has no blocks.</summary>
    private static readonly TimeSpan Stillness = TimeSpan.FromMinutes(10);

    /// <summary>What a worker has beyond a strategy's limit to say so itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private const int SaidLines = 20;

    private readonly WorkerSettings settings;
    private readonly string work;
    private readonly Process process;
    private readonly ProgressFile progress;
    private readonly List<string> said = [];

    /// <param name="work">A folder that it may fill; removed when it is gone.</param>
    public WorkerProcess(WorkerSettings settings, string work)
    {
        (this.settings, this.work) = (settings, Directory.CreateDirectory(work).FullName);
        progress = ProgressFile.Create(Path.Combine(work, Progress));
        var start = new ProcessStartInfo(settings.Program[0], [.. settings.Program.Skip(1), "--work", this.work])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
    }

    /// <param name="stop">True once the run is not wanted any more.</param>
    public WorkerAnswer Do(int run, Func<bool> stop)
    {
        lock (said) said.Clear();
        var peak = 0L;
        try
        {
            process.StandardInput.Write(run.ToString(CultureInfo.InvariantCulture) + "\n");
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            return Ended(run, peak);
        }
        var line = process.StandardOutput.ReadLineAsync();
        var (moved, since) = (-1L, Stopwatch.StartNew());
        while (!line.Wait(Look))
        {
            if (stop()) return Kill(null, peak);
            peak = Math.Max(peak, Memory());
            if (peak > settings.MemoryLimit) return Kill(Exceeded(run), peak);
            var now = progress.Seen.Turns * 31 + progress.Seen.Block;
            if (now != moved) (moved, since) = (now, Stopwatch.StartNew());
            else if (since.Elapsed > Patience) return Kill(Stuck(run, since.Elapsed), peak);
        }
        return line.Result is { } row ? Answer(RowJson.Read(row), peak) : Ended(run, peak);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
        progress.Dispose();
        if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
    }

    private TimeSpan Patience => progress.Seen.Agent != LaneProgress.Nobody && progress.StrategyTimeLimit is { } limit ? limit + Grace : Stillness;

    /// <summary>
    /// A worker whose run failed may have a thread left that never ends, and one that has grown is better begun anew. It is looked at here once more, since a
    /// short run ends before the first look.
    /// </summary>
    private WorkerAnswer Answer(RunRow row, long peak)
    {
        var memory = Memory();
        return new WorkerAnswer(row, row.Failure is not null || memory > settings.MemoryLimit / 2, Math.Max(peak, memory), Said());
    }

    private WorkerAnswer Kill(RunRow? row, long peak)
    {
        process.Kill();
        process.WaitForExit();
        return new WorkerAnswer(row, IsSpent: true, peak, Said());
    }

    /// <summary>It ended without an answer: by itself, or because somebody killed it.</summary>
    private WorkerAnswer Ended(int run, long peak)
    {
        process.WaitForExit();
        return new WorkerAnswer(process.ExitCode is KilledCode or TerminatedCode ? null : Row(run, KindOf(Said()), Told(process.ExitCode), Deciding), IsSpent: true, peak, Said());
    }

    private const int KilledCode = 128 + 9, TerminatedCode = 128 + 15;

    private static FailureKind KindOf(string said) =>
        said.Contains("Stack overflow", StringComparison.Ordinal) ? FailureKind.Stack
        : said.Contains("Out of memory", StringComparison.Ordinal) || said.Contains("OutOfMemoryException", StringComparison.Ordinal) ? FailureKind.Memory
        : FailureKind.Exit;

    /// <summary>The runtime says first that it ends and then why, or where.</summary>
    private string Told(int code) =>
        FormattableString.Invariant($"the process ended with code {code}: {string.Join(' ', Said().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(2))}").TrimEnd(':', ' ');

    private RunRow Exceeded(int run) => Row(run, FailureKind.Memory, FormattableString.Invariant($"took more memory than {settings.MemoryLimit >> 20} MiB; the agent named here had allocated most"), progress.NameOf(progress.Seen.Hungriest));

    private RunRow Stuck(int run, TimeSpan since) => Row(run, FailureKind.Time, FormattableString.Invariant($"nothing moved for {Math.Floor(since.TotalSeconds)} s"), Deciding);

    private string? Deciding => progress.NameOf(progress.Seen.Agent);

    private RunRow Row(int run, FailureKind kind, string what, string? agent) =>
        new(run, null, "", "", new RunFailure(kind, what, agent, progress.Seen.Block is > 0 and var block ? block : null));

    private long Memory()
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // It has just ended.
        }
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            if (line is not null && said.Count < SaidLines) said.Add(line);
        }
    }

    private string Said()
    {
        lock (said) return string.Join('\n', said);
    }
}
