using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Sweeps.Folders;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Workers;

namespace Dtao.Cli.Verbs;

/// <summary>What a sweep would be: its points and runs, and what they would take, from its first and its last point tried by one worker.</summary>
internal sealed class SweepEstimate(Terminal terminal, Telling telling, SweepPlan plan, IReadOnlyList<SweepPoint> points, int jobs)
{
    public ExitCode Show(ParseResult parsed)
    {
        var pilots = Pilot(parsed);
        var (runs, seconds, memory, bytes) = ((long)points.Count * plan.Replicates, pilots.Average(pilot => pilot.Seconds), pilots.Max(pilot => pilot.Memory), pilots.Average(pilot => pilot.Bytes));
        var left = TimeSpan.FromSeconds(runs * seconds / Math.Min(Math.Min(jobs, Environment.ProcessorCount), runs));
        if (telling.Json)
        {
            terminal.Json(new JsonObject
            {
                ["points"] = points.Count,
                ["replicates"] = plan.Replicates,
                ["runs"] = runs,
                ["seconds_a_run"] = seconds,
                ["seconds"] = left.TotalSeconds,
                ["bytes"] = runs * bytes,
                ["memory_bytes"] = memory * jobs,
                ["pilot_failures"] = new JsonArray([.. pilots.Where(pilot => pilot.Failure is not null).Select(pilot => (JsonNode)pilot.Failure!)]),
            });
            return ExitCode.Done;
        }
        Say($"{points.Count} points, {plan.Replicates} replicates: {runs} runs.");
        foreach (var failure in pilots.Select(pilot => pilot.Failure).OfType<string>()) Say($"A pilot run failed: {failure}");
        Say($"About {seconds:0.0} s a run (pilot: {(pilots.Length > 1 ? "the first and the last point" : "the first point")}), {(long)left.TotalHours:00}:{left:mm\\:ss} with {jobs} workers.");
        Say($"Disk {runs * bytes / (1 << 20):0.0} MiB; memory {memory * jobs >> 20} MiB.");
        terminal.Say("Nothing was kept.");
        return ExitCode.Done;
    }

    private sealed record Pilots(double Seconds, long Memory, double Bytes, string? Failure);

    /// <summary>Its own folder holds nothing else and is gone afterwards. A worker's first run compiles the program, so that it tells nothing of those after it.</summary>
    private Pilots[] Pilot(ParseResult parsed)
    {
        var folder = Directory.CreateTempSubdirectory("dtao-pilot-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, SweepLayout.Plan), plan.Text);
            using var worker = new WorkerProcess(SweepOptions.WorkersOf(parsed, folder, jobs), Path.Combine(folder, SweepLayout.Work, "pilot"));
            if (Tried(worker, folder, 1) is { Failure: not null } failed) return [failed];
            return points.Count == 1 ? [Tried(worker, folder, 1)] : [Tried(worker, folder, 1), Tried(worker, folder, points.Count)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Pilots Tried(WorkerProcess worker, string folder, int run)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var answer = worker.Do(run, () => false);
        var kept = Path.Combine(folder, SweepLayout.Runs);
        var bytes = Directory.Exists(kept) ? Directory.EnumerateFiles(kept, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) : 0;
        if (Directory.Exists(kept)) Directory.Delete(kept, recursive: true);
        return new Pilots(watch.Elapsed.TotalSeconds, answer.PeakBytes, bytes + RowBytes(answer.Row), answer.Row?.Failure?.What);
    }

    /// <summary>About what a row and its series take in the database.</summary>
    private static double RowBytes(RunRow? row) => 400 + 9 * (row?.Outcome?.Values.Count ?? 0) + 40 * (row?.Outcome?.Series.Count ?? 0);

    private void Say(FormattableString line) => terminal.Say(line.ToString(CultureInfo.InvariantCulture));
}
