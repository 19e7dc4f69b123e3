namespace Dtao.Cli.Tests;

/// <summary>An include may name a file that is not there. Whoever mistypes one should hear of it from every verb that reads a configuration.</summary>
public sealed class Warnings : CliSpec
{
    private const string Told = "run.conf:1:1 warning: the included file \"runs/lanch.conf\" does not exist and is left out\n";

    public Warnings()
    {
        Write("run.conf", "include \"runs/lanch.conf\"\nrun.duration = 30 blocks\n");
        Write("sweep.conf", "base = run.conf, vary { \"run.duration\" = [20 blocks, 30 blocks] }, replicates = 2");
    }

    [Theory]
    [InlineData("check", "run.conf")]
    [InlineData("check", "run.conf", "--json")]
    [InlineData("run", "run.conf")]
    [InlineData("run", "run.conf", "-n")]
    [InlineData("explain", "run.duration", "run.conf")]
    [InlineData("config", "diff", "run.conf", "short.conf")]
    [InlineData("config", "diff", "short.conf", "run.conf")]
    [InlineData("sweep", "sweep.conf", "-n")]
    [InlineData("what-if", "run.conf", "-s", "run.duration=40 blocks", "-n")]
    public void are_told_once_beside_the_data_and_hold_nothing_up(params string[] line)
    {
        Assert.True(Dtao(line) is ExitCode.Done or ExitCode.NotReproduced); // which is what a difference ends with
        Assert.StartsWith(Told, Err, StringComparison.Ordinal);
        Assert.Equal(Err.IndexOf("warning", StringComparison.Ordinal), Err.LastIndexOf("warning", StringComparison.Ordinal));
        Assert.DoesNotContain("warning", Out, StringComparison.Ordinal);
    }
}
