using Dtao.Records.Folders;

namespace Dtao.Records.Tests.Recording;

public sealed class RunRecorderTests
{
    [Fact]
    public void A_completed_run_is_ok_and_has_every_file()
    {
        using var root = new TemporaryFolder();
        var path = new SmallRun().Record(root);
        Assert.Equal(RunState.Ok, RunFolder.StateOf(path));
        Assert.Equal(
            ["OK", "config.conf", "effective.conf", "events.clef", "manifest.json", "run.db"],
            Directory.GetFiles(path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
