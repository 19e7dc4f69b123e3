using System.Diagnostics;

namespace Dtao.Scenario.Tests.Sweeps;

public sealed class A_sweep_that_is_killed : IDisposable
{
    private const int Runs = 200;

    private static readonly string[] Many = ["sweep", "many.conf", "--replicates", "50", "-j", "2", "-q"];
    private static readonly TimeSpan Vanishing = TimeSpan.FromSeconds(5);

    private readonly TemporaryFolder folder = new();

    public A_sweep_that_is_killed() => CheapSweep.Write(folder);

    private string Sweep => folder["sweeps/many"];

    public void Dispose() => folder.Dispose();

    [ProcFact]
    public void at_twenty_instants_loses_no_run_and_repeats_none()
    {
        var whole = Whole();
        var instants = new Random(20);
        string[] words = [.. Many];
        for (var kill = 0; kill < 20; kill++)
        {
            using var dtao = Processes.Dtao.Start(folder, [], words);
            Thread.Sleep(instants.Next(100, 2_500));
            dtao.Kill();
            dtao.End();
            Assert.True(SpinWait.SpinUntil(() => CheapSweep.Workers(Sweep).Length == 0, Vanishing));
            words = File.Exists(folder["sweeps/many/plan.conf"]) ? ["resume", "sweeps/many", "-j", "2", "-q"] : Many;
        }
        Assert.Equal(0, Processes.Dtao.Run(folder, [], words).Code);

        Assert.Equal(whole, CheapSweep.Dump(Sweep));
        var finished = CheapSweep.Finished(Sweep);
        Assert.Equal(finished.Distinct().Count(), finished.Length);
    }

    [ProcFact]
    public void at_fifty_of_its_workers_is_as_if_nothing_had_happened()
    {
        var whole = Whole();
        using var dtao = Processes.Dtao.Start(folder, [], [.. Many, "--retries", "50"]);
        var (instants, killed, since) = (new Random(50), 0, Stopwatch.StartNew());
        while (killed < 50 && since.Elapsed < TimeSpan.FromMinutes(3) && CheapSweep.Workers(Sweep) is var workers)
        {
            Thread.Sleep(instants.Next(20, 300));
            if (workers.Length > 0 && CheapSweep.Kill(workers[instants.Next(workers.Length)])) killed++;
        }

        var (code, _, err) = dtao.End();
        Assert.True(code == 0, err);
        Assert.Equal(50, killed);
        Assert.Equal(whole, CheapSweep.Dump(Sweep));
    }

    [ProcFact]
    public void is_gone_on_with_by_one_process_at_a_time_and_another_is_refused()
    {
        using var first = Processes.Dtao.Start(folder, [], Many);
        Assert.True(SpinWait.SpinUntil(() => CheapSweep.Workers(Sweep).Length > 0, TimeSpan.FromSeconds(30)));
        Assert.Equal(0, Processes.Dtao.Run(folder, [], "status", "sweeps/many").Code);

        var (code, _, err) = Processes.Dtao.Run(folder, [], "resume", "sweeps/many");

        Assert.Equal(8, code);
        Assert.Contains("Another process is at work", err, StringComparison.Ordinal);
        first.Kill();
        first.End();
        Assert.Equal(0, Processes.Dtao.Run(folder, [], "resume", "sweeps/many", "-q").Code); // The lock that the dead one left is taken over.
    }

    [ProcFact]
    public void by_interruption_says_how_to_go_on()
    {
        using var dtao = Processes.Dtao.Start(folder, [], Many);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(folder["sweeps/many/timings.csv"]), TimeSpan.FromSeconds(30)));
        dtao.Interrupt();

        var (code, _, err) = dtao.End();

        Assert.Equal(130, code);
        Assert.Contains($"To go on: dtao resume {Sweep}", err, StringComparison.Ordinal);
        Assert.Empty(CheapSweep.Workers(Sweep));
        Assert.InRange(CheapSweep.Finished(Sweep).Length, 1, Runs - 1);
    }

    [Fact]
    public void by_a_full_disk_keeps_what_is_done_and_goes_on_once_there_is_room()
    {
        string[] few = ["sweep", "many.conf", "--replicates", "8", "-q", "-j", "1"];
        using var dtao = Processes.Dtao.StartWithFileLimit(folder, kibibytes: 150, few);

        var (code, _, err) = dtao.End();

        Assert.True(code == 7, err);
        Assert.Contains("What is done is kept. Once there is room again: dtao resume ", err, StringComparison.Ordinal);
        Assert.Equal(0, Processes.Dtao.Run(folder, [], "resume", "sweeps/many", "-q").Code);
        Assert.Equal(0, Processes.Dtao.Run(folder, [], [.. few, "-o", "roomy"]).Code);
        Assert.Equal(CheapSweep.Dump(folder["roomy/many"]), CheapSweep.Dump(Sweep));
    }

    [Fact]
    public void or_not_is_the_same_for_any_number_of_workers()
    {
        string[] few = ["sweep", "many.conf", "--replicates", "8", "-q"];
        foreach (var jobs in (string[])["1", "2", "5"]) Assert.Equal(0, Processes.Dtao.Run(folder, [], [.. few, "-j", jobs, "-o", "by-" + jobs]).Code);
        Assert.Equal(CheapSweep.Dump(folder["by-1/many"]), CheapSweep.Dump(folder["by-2/many"]));
        Assert.Equal(CheapSweep.Dump(folder["by-1/many"]), CheapSweep.Dump(folder["by-5/many"]));
    }

    /// <summary>What the same sweep leaves when nobody disturbs it.</summary>
    private string Whole()
    {
        Assert.Equal(0, Processes.Dtao.Run(folder, [], [.. Many, "-o", "undisturbed"]).Code);
        return CheapSweep.Dump(folder["undisturbed/many"]);
    }
}
