using System.Diagnostics;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Records.Recording;
using Xunit.Abstractions;

namespace Dtao.Records.Tests.Recording;

public sealed class FailingDiskTests(ITestOutputHelper output)
{
    [Fact]
    public void Whichever_write_fails_is_named_and_leaves_no_run_that_looks_whole()
    {
        using var root = new TemporaryFolder();
        var run = new SmallRun(blocks: 40);
        var all = new FailingGate(0);
        run.Record(root, all);
        Assert.InRange(all.Writes, 15, 200);
        for (var n = 1; n <= all.Writes; n++)
        {
            var gate = new FailingGate(n);
            var failed = Assert.Throws<RecordingFailed>(() => run.Record(root, gate, "failing", replace: true));
            Assert.Equal(gate.Failed, failed.Path);
            AssertNotWhole(Path.Combine(root, "failing"));
        }
    }

    [Fact]
    public void Whichever_write_fails_the_run_can_still_be_marked_as_failed()
    {
        using var root = new TemporaryFolder();
        var run = new SmallRun(blocks: 40);
        var writes = new FailingGate(0);
        run.Record(root, writes);
        for (var n = 1; n <= writes.Writes; n++)
        {
            var folder = RunFolder.Create(root, "failing", replace: true, new FailingGate(n));
            if (!Starts(folder, run, out var recorder)) continue;
            Assert.Throws<RecordingFailed>(() => PostAndComplete(recorder, run));
            Assert.True(recorder.Fail("The disk is full."), $"write {n}");
            Assert.Equal(RunState.Failed, RunFolder.StateOf(folder.Path));
            Assert.False(File.Exists(folder.PathOf("OK")));
        }
    }

    [Fact]
    public void A_full_disk_stops_the_run_and_leaves_it_partial()
    {
        using var root = new TemporaryFolder();
        if (!Mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", root))
        {
            output.WriteLine("Not tested: only root may mount a small disk.");
            return;
        }
        try
        {
            var plan = new SmallRun(1).Plan;
            using var recorder = RunRecorder.Start(RunFolder.Create(root, "full"), plan);
            var failed = Assert.Throws<RecordingFailed>(() =>
            {
                foreach (var batch in ManyTrades.In(blocks: 100)) recorder.Post(batch);
                recorder.Complete(new RunEnding("00", [], []));
            });
            output.WriteLine(failed.Message);
            Assert.StartsWith(Path.Combine(root, "full"), failed.Path, StringComparison.Ordinal);
            recorder.Fail("The disk is full.");
            AssertNotWhole(Path.Combine(root, "full"));
        }
        finally
        {
            Run("umount", root);
        }
    }

    [Fact]
    public async Task A_killed_run_is_partial_and_opens_at_its_last_transaction()
    {
        using var root = new TemporaryFolder();
        using var gate = new WaitingGate(6 + 2 + 1 + 120);
        var plan = new SmallRun(1).Plan;
        using var recorder = RunRecorder.Start(RunFolder.Create(root, "running", gate: gate), plan);
        var posting = Task.Run(() =>
        {
            foreach (var batch in ManyTrades.In(blocks: 30)) recorder.Post(batch);
        });
        gate.Reached.Wait(TimeSpan.FromSeconds(30));
        var killed = Directory.CreateDirectory(Path.Combine(root, "killed")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(root, "running")).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(killed, Path.GetFileName(file)));
        gate.LetGo();
        await posting;

        var read = RunReader.Open(killed);
        Assert.Equal(RunState.Partial, read.State);
        Assert.InRange((long)read.Scalar("SELECT count(*) FROM trades")!, 9_000, 29_999);
        Assert.Equal("ok", read.Scalar("PRAGMA integrity_check"));
        Assert.InRange(read.CountEvents(), 1, 60_000);
    }

    [Fact]
    public void A_reader_does_not_hold_the_writer_up()
    {
        using var root = new TemporaryFolder();
        var plan = new SmallRun(1).Plan;
        using var recorder = RunRecorder.Start(RunFolder.Create(root, "running"), plan);
        using var reader = RunReader.Open(Path.Combine(root, "running")).OpenDatabase();
        using var command = reader.CreateCommand();
        command.CommandText = "SELECT name FROM agents";
        using var rows = command.ExecuteReader();
        Assert.True(rows.Read());
        foreach (var batch in ManyTrades.In(blocks: 30)) recorder.Post(batch);
        recorder.Complete(new RunEnding("00", [], []));
        Assert.Equal(RunState.Ok, RunFolder.StateOf(Path.Combine(root, "running")));
    }

    private static void AssertNotWhole(string path)
    {
        Assert.NotEqual(RunState.Ok, RunFolder.StateOf(path));
        Assert.False(File.Exists(Path.Combine(path, "OK")));
    }

    private static bool Starts(RunFolder folder, SmallRun run, out RunRecorder recorder)
    {
        try
        {
            recorder = RunRecorder.Start(folder, run.Plan);
            return true;
        }
        catch (RecordingFailed)
        {
            recorder = null!;
            return false;
        }
    }

    private static void PostAndComplete(RunRecorder recorder, SmallRun run)
    {
        foreach (var batch in run.Batches) recorder.Post(batch);
        recorder.Complete(run.Ending);
    }

    private static bool Mount(params string[] how) => OperatingSystem.IsLinux() && Environment.UserName == "root" && Run("mount", how) == 0;

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
