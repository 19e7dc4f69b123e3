using System.Diagnostics;

namespace Dtao.Scenario.Tests.Sweeps;

public sealed class A_sweep_on_a_cluster : IDisposable
{
    private static readonly string[] Many = ["sweep", "many.conf", "--replicates", "20", "-q"], OnSlurm = ["--on", "slurm", "--tasks", "4"];

    private readonly TemporaryFolder folder = new();

    public A_sweep_on_a_cluster() => CheapSweep.Write(folder);

    private string Sweep => folder["sweeps/many"];

    private string Batch => Directory.GetDirectories(Path.Combine(Sweep, "slurm")).Single();

    public void Dispose() => folder.Dispose();

    [SlurmFact]
    public void has_the_content_of_one_at_home()
    {
        var (code, _, err) = Processes.Dtao.Run(folder, [], [.. Many, .. OnSlurm]);
        Assert.True(code == 0, err);
        Assert.Equal(AtHome(), CheapSweep.Dump(Sweep));
        Assert.Empty(Directory.GetDirectories(Path.Combine(Sweep, "slurm")));
    }

    [SlurmFact]
    public void runs_again_what_was_lost_with_a_task()
    {
        using var dtao = Processes.Dtao.Start(folder, [], [.. Many, .. OnSlurm]);
        Assert.True(CheapSweep.Kill(Task()));

        var (code, _, err) = dtao.End();

        Assert.True(code == 0, err);
        Assert.Equal(AtHome(), CheapSweep.Dump(Sweep));
    }

    [SlurmFact]
    public void leaves_to_a_task_that_is_requeued_what_it_had_not_done()
    {
        using var dtao = Processes.Dtao.Start(folder, [], [.. Many, .. OnSlurm]);
        Assert.NotEqual(0, Task());
        Assert.True(SpinWait.SpinUntil(() => Directory.GetFiles(Batch, "*.json").Length > 2, TimeSpan.FromSeconds(60)));
        var task = File.ReadAllText(Path.Combine(Batch, "job")) + "_1";
        Slurm("scontrol", "requeue", task);
        Slurm("scontrol", "update", "JobId=" + task, "StartTime=now"); // Else it waits for two minutes.

        var (code, _, err) = dtao.End();

        Assert.True(code == 0, err);
        Assert.Equal(AtHome(), CheapSweep.Dump(Sweep));
        var finished = CheapSweep.Finished(Sweep);
        Assert.Equal(finished.Distinct().Count(), finished.Length);
    }

    [SlurmFact]
    public void whose_coordinator_was_killed_is_gone_on_with_and_keeps_what_the_cluster_did_meanwhile()
    {
        using var dtao = Processes.Dtao.Start(folder, [], [.. Many, .. OnSlurm]);
        Assert.NotEqual(0, Task());
        dtao.Kill();
        dtao.End();
        Assert.True(SpinWait.SpinUntil(() => Directory.GetFiles(Batch, "*.json").Length > 2, TimeSpan.FromSeconds(60)));

        var (code, _, err) = Processes.Dtao.Run(folder, [], ["resume", "sweeps/many", "-q", .. OnSlurm]);

        Assert.True(code == 0, err);
        Assert.Equal(AtHome(), CheapSweep.Dump(Sweep));
        var finished = CheapSweep.Finished(Sweep);
        Assert.Equal(finished.Distinct().Count(), finished.Length);
    }

    [SlurmFact]
    public void that_takes_no_jobs_says_what_the_cluster_says()
    {
        var (code, _, err) = Processes.Dtao.Run(folder, [], [.. Many, .. OnSlurm, "--sbatch=--partition=nowhere"]);
        Assert.Equal(8, code);
        Assert.Contains("sbatch: ", err, StringComparison.Ordinal);
        Assert.Contains("invalid partition", err, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A task under way.</summary>
    private int Task()
    {
        var tasks = Array.Empty<int>();
        Assert.True(SpinWait.SpinUntil(() => (tasks = CheapSweep.Workers(Sweep, "task")).Length > 0, TimeSpan.FromSeconds(60)));
        return tasks[0];
    }

    private string AtHome()
    {
        Assert.Equal(0, Processes.Dtao.Run(folder, [], [.. Many, "-o", "at-home", "-j", "2"]).Code);
        return CheapSweep.Dump(folder["at-home/many"]);
    }

    private static void Slurm(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
