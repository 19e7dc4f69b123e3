using Dtao.Records.Reading;

namespace Dtao.Scenario.Tests.Reproducing;

public sealed class An_ensemble
{
    [Fact]
    public void gives_every_run_the_same_bits_with_one_job_with_two_and_alone()
    {
        using var folder = new TemporaryFolder();
        Runs(folder, "one", "--seeds", "1..3", "-j", "1");
        Runs(folder, "two", "--seeds", "1..3", "-j", "2");
        Runs(folder, "alone", "--seed", "3", "--name", "launch-s3");
        var heads = HeadsOf(folder, "one");
        Assert.Equal(3, heads.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(heads, HeadsOf(folder, "two"));
        Assert.Equal([heads[2]], HeadsOf(folder, "alone"));
    }

    private static void Runs(TemporaryFolder folder, string output, params string[] more)
    {
        var (code, _, err) = Processes.Dtao.Run(folder, [], ["run", "launch", "-q", "-o", output, "-s", "run.duration=3 hours", .. more]);
        Assert.True(code == 0, err);
    }

    private static string[] HeadsOf(TemporaryFolder folder, string output) =>
        [.. Directory.GetDirectories(folder[output]).Order(StringComparer.Ordinal).Select(run => RunReader.Open(run).HashHead!)];
}
