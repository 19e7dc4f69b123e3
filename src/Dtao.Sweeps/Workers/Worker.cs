using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Dtao.Strategies.Catalogue;
using Dtao.Sweeps.Folders;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Workers;

/// <summary>
/// A process that serves runs of a plan, one after the other: their numbers come in, a line each, and their rows go out. Where numbers end, the coordinator
/// has gone, and this process with it at once, whatever a strategy is doing.
/// </summary>
public static class Worker
{
    /// <param name="folder">Of the sweep.</param>
    /// <param name="work">A folder of this worker's own, where its progress file lies.</param>
    public static void Serve(SweepPlan plan, StrategyCatalogue strategies, string folder, string work, bool keeps, TextReader numbers, TextWriter rows)
    {
        using var progress = ProgressFile.Open(Path.Combine(work, WorkerProcess.Progress));
        var task = new RunTask(plan, strategies, progress, keeps ? Path.Combine(folder, SweepLayout.Runs) : work, keeps);
        var runs = plan.Runs.ToArray();
        foreach (var number in Wanted(numbers))
        {
            rows.Write(RowJson.Write(task.Do(runs[number - 1])) + "\n");
            rows.Flush();
        }
    }

    private static IEnumerable<int> Wanted(TextReader numbers)
    {
        var wanted = new BlockingCollection<int>();
        new Thread(() => Listen(numbers, wanted)) { IsBackground = true, Name = "coordinator" }.Start();
        return wanted.GetConsumingEnumerable();
    }

    private static void Listen(TextReader numbers, BlockingCollection<int> wanted)
    {
        while (numbers.ReadLine() is { } line) wanted.Add(int.Parse(line, NumberStyles.None, CultureInfo.InvariantCulture));
        Process.GetCurrentProcess().Kill();
    }
}
