namespace Dtao.Cli.Tests;

public sealed class Files_that_are_not_there : CliSpec
{
    [Theory]
    [InlineData("nosuch", "look at its name; shipped are buy-backs, ", "sweep", "nosuch")]
    [InlineData("nosuch", "look at its name; shipped are launch", "search", "nosuch")]
    [InlineData("nosuch.conf", "look at its name", "validate", "--targets", "nosuch.conf", "nowhere")]
    public void are_the_one_error_that_is_told(string file, string remedy, params string[] line)
    {
        Assert.Equal(ExitCode.ConfigInvalid, Dtao(line));
        Assert.StartsWith($"{file} error: the file does not exist\n      {remedy}", Err, StringComparison.Ordinal);
        Assert.EndsWith("\n1 error. Nothing was run.\n", Err, StringComparison.Ordinal);
    }
}
