using Dtao.Records.Folders;
using Dtao.Records.Reading;

namespace Dtao.Scenario.Tests.Processes;

public sealed class A_run_that_ends_early : IDisposable
{
    private static readonly string[] Long = ["run", "launch", "-s", "run.duration=1000 days", "-s", "record.topics=[trades]"];

    private readonly TemporaryFolder folder = new();

    private string Run => folder["runs/launch"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void by_force_leaves_a_folder_that_every_reader_calls_partial()
    {
        using var dtao = Dtao.Start(folder, [], Long);
        WaitUntilOnRecord();
        dtao.Kill();
        dtao.End();

        var reader = RunReader.Open(Run);
        Assert.Equal((RunState.Partial, RunState.Partial), (RunFolder.StateOf(Run), reader.State));
        Assert.Null(reader.HashHead);
        Assert.True(reader.CountEvents() > 100); // A torn last line is left out.
        using var database = reader.OpenDatabase();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT count(*) FROM agents";
        Assert.Equal(2403L, command.ExecuteScalar());
        var (code, _, err) = Dtao.Run(folder, [], "replay", "runs/launch", "--verify");
        Assert.Equal(2, code);
        Assert.Contains("runs/launch is PARTIAL", err, StringComparison.Ordinal);
    }

    [Fact]
    public void by_force_may_be_run_again_in_its_place()
    {
        using (var dtao = Dtao.Start(folder, [], Long))
        {
            WaitUntilOnRecord();
            dtao.Kill();
            dtao.End();
        }
        Assert.Equal(0, Dtao.Run(folder, [], "run", "launch", "-s", "run.duration=10 blocks").Code);
        Assert.Equal(RunState.Ok, RunFolder.StateOf(Run));
    }

    [Fact]
    public void by_interruption_finishes_its_block_and_says_how_to_repeat_it()
    {
        using var dtao = Dtao.Start(folder, [], Long);
        WaitUntilOnRecord();
        dtao.Interrupt();
        var (code, data, err) = dtao.End();
        Assert.Equal(130, code);
        Assert.Equal("", data);
        Assert.Matches(@"Interrupted after block \d+; .*runs/launch is partial\. To have it whole: dtao run launch .*\n$", err);
        Assert.Equal(RunState.Partial, RunFolder.StateOf(Run));
        Assert.True(RunReader.Open(Run).CountEvents() > 100);
    }

    [Fact]
    public void by_a_full_disk_says_so_and_is_not_called_whole()
    {
        using var dtao = Dtao.StartWithFileLimit(folder, kibibytes: 2_000, Long);
        var (code, data, err) = dtao.End();
        Assert.Equal(7, code);
        Assert.Equal("", data);
        Assert.Contains($"Cannot write {Run}", err, StringComparison.Ordinal);
        Assert.NotEqual(RunState.Ok, RunFolder.StateOf(Run));
    }

    private void WaitUntilOnRecord()
    {
        var log = new FileInfo(Path.Combine(Run, RunLayout.Events));
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                Thread.Sleep(20);
                log.Refresh();
                return log.Exists && log.Length > 200_000;
            },
            TimeSpan.FromMinutes(2)));
    }
}
