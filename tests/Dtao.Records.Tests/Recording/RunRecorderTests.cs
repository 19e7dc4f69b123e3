using Dtao.Records.Folders;
using Dtao.Records.Log;
using Dtao.Records.Reading;
using Dtao.Records.Recording;

namespace Dtao.Records.Tests.Recording;

public sealed class RunRecorderTests
{
    private static readonly string[] WholeRun = ["OK", "config.conf", "effective.conf", "events.clef", "manifest.json", "run.db"];

    [Fact]
    public void A_completed_run_is_ok_and_has_every_file()
    {
        using var root = new TemporaryFolder();
        var path = new SmallRun().Record(root);
        Assert.Equal(RunState.Ok, RunFolder.StateOf(path));
        Assert.Equal(WholeRun, Directory.GetFiles(path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_recordings_of_one_run_have_the_same_bytes()
    {
        using var root = new TemporaryFolder();
        var (first, second) = (new SmallRun().Record(root, name: "first"), new SmallRun().Record(root, name: "second"));
        foreach (var file in WholeRun)
            Assert.True(File.ReadAllBytes(Path.Combine(first, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(second, file))), file);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_users_culture_changes_no_byte(string culture)
    {
        using var root = new TemporaryFolder();
        var (here, there) = (new SmallRun().Record(root, name: "here"), "");
        Culture.In(culture, () => there = new SmallRun().Record(root, name: "there"));
        foreach (var file in WholeRun)
            Assert.True(File.ReadAllBytes(Path.Combine(here, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(there, file))), file);
    }

    [Fact]
    public void The_marker_is_the_last_file_written_and_its_folder_the_last_thing_synced()
    {
        using var root = new TemporaryFolder();
        var gate = new FailingGate(0);
        var path = new SmallRun().Record(root, gate);
        var marker = Path.Combine(path, "OK");
        Assert.Equal([path, marker, marker, path], gate.Paths[^4..]);
        Assert.DoesNotContain(marker, gate.Paths[..^4]);
        Assert.Equal(Path.Combine(path, "manifest.json"), gate.Paths[^5]);
    }

    [Fact]
    public void A_run_that_is_let_go_of_is_partial()
    {
        using var root = new TemporaryFolder();
        var run = new SmallRun();
        var folder = RunFolder.Create(root, "small");
        using (var recorder = RunRecorder.Start(folder, run.Plan)) recorder.Post(run.Batches[0]);
        Assert.Equal(RunState.Partial, RunFolder.StateOf(folder.Path));
        Assert.Equal(Some.Identity, RunReader.Open(folder.Path).Manifest()!.Identity);
        Assert.Null(RunReader.Open(folder.Path).HashHead);
    }

    [Fact]
    public void An_abandoned_run_is_partial_and_keeps_all_it_was_given()
    {
        using var root = new TemporaryFolder();
        var run = new SmallRun(blocks: 30);
        var folder = RunFolder.Create(root, "small");
        using var recorder = RunRecorder.Start(folder, run.Plan);
        foreach (var batch in run.Batches) recorder.Post(batch);
        recorder.Abandon();
        Assert.Equal(RunState.Partial, RunFolder.StateOf(folder.Path));
        Assert.Equal("RunEnded", RunReader.Open(folder.Path).Events().Last().Kind);
        Assert.Equal(run.Trades, RunReader.Open(folder.Path).Scalar("SELECT count(DISTINCT id) FROM trades"));
    }

    [Fact]
    public void A_failed_run_says_why_and_keeps_all_it_was_given()
    {
        using var root = new TemporaryFolder();
        var run = new SmallRun(blocks: 30);
        var folder = RunFolder.Create(root, "small");
        using var recorder = RunRecorder.Start(folder, run.Plan);
        foreach (var batch in run.Batches) recorder.Post(batch);
        Assert.True(recorder.Fail("SN28: alpha held is 1 rao, issued 2 rao.", run.Ending));
        var read = RunReader.Open(folder.Path);
        Assert.Equal(RunState.Failed, read.State);
        Assert.Equal("SN28: alpha held is 1 rao, issued 2 rao.", read.FailedBecause);
        Assert.Equal(run.Ending.HashHead, read.HashHead);
        Assert.Equal("RunEnded", read.Events().Last().Kind);
    }

    [Fact]
    public void Reports_are_in_the_folder_before_the_marker()
    {
        using var root = new TemporaryFolder();
        var run = new SmallRun(blocks: 3);
        using var recorder = RunRecorder.Start(RunFolder.Create(root, "small"), run.Plan);
        foreach (var batch in run.Batches) recorder.Post(batch);
        recorder.Complete(run.Ending, folder =>
        {
            Assert.Equal(RunState.Partial, RunFolder.StateOf(folder.Path));
            folder.Put("story.md", $"{RunReader.Open(folder.Path).CountEvents()} events\n");
        });
        Assert.Equal(RunState.Ok, RunFolder.StateOf(Path.Combine(root, "small")));
        Assert.EndsWith("events\n", File.ReadAllText(Path.Combine(root, "small", "story.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_completed_run_cannot_fail_afterwards()
    {
        using var root = new TemporaryFolder();
        using var recorder = RunRecorder.Start(RunFolder.Create(root, "small"), new SmallRun(blocks: 1).Plan);
        recorder.Complete(new RunEnding("00", [], []));
        Assert.Throws<ObjectDisposedException>(() => recorder.Fail("too late"));
        Assert.Equal(RunState.Ok, RunFolder.StateOf(Path.Combine(root, "small")));
    }

    [Fact]
    public async Task A_full_queue_makes_the_lane_wait_and_drops_nothing()
    {
        using var root = new TemporaryFolder();
        using var gate = new WaitingGate(FirstWriteOfABlock);
        var plan = new SmallRun(1).Plan with { Topics = LogTopics.All, QueuedEvents = 2_000 };
        using var recorder = RunRecorder.Start(RunFolder.Create(root, "full", gate: gate), plan);
        var posting = Task.Run(() =>
        {
            foreach (var batch in ManyTrades.In(blocks: 20)) recorder.Post(batch);
        });
        gate.Reached.Wait(TimeSpan.FromSeconds(30));
        var first = await Task.WhenAny(posting, Task.Delay(TimeSpan.FromMilliseconds(200)));
        gate.LetGo();
        Assert.NotSame(posting, first);
        await posting;
        Assert.Equal(20_000, recorder.Complete(new RunEnding("00", [], [])).Progress.Counts.Trades);
        Assert.Equal(20_000L, RunReader.Open(Path.Combine(root, "full")).Scalar("SELECT count(*) FROM trades"));
    }

    [Fact]
    public void A_lane_that_waits_hears_of_a_failed_write()
    {
        using var root = new TemporaryFolder();
        var gate = new FailingGate(FirstWriteOfABlock);
        var plan = new SmallRun(1).Plan with { QueuedEvents = 2_000 };
        using var recorder = RunRecorder.Start(RunFolder.Create(root, "full", gate: gate), plan);
        var failed = Assert.Throws<RecordingFailed>(() =>
        {
            foreach (var batch in ManyTrades.In(blocks: 1_000)) recorder.Post(batch);
        });
        Assert.Equal(gate.Failed, failed.Path);
    }

    /// <summary>The start of a run writes: two configs and a manifest, each twice; the database twice; the log once.</summary>
    private const int FirstWriteOfABlock = 3 * 2 + 2 + 1 + 1;
}
