namespace Dtao.Cli.Tests;

public sealed class Hostile_text : CliSpec
{
    private const string Escapes = "\u001b[31m\u0007\u009b\u202e\u200b";

    [Theory]
    [InlineData("../x")]
    [InlineData("/elsewhere/x")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("-x")]
    [InlineData(".hidden")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a" + Escapes)]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void as_a_runs_name_writes_nothing_anywhere(string name)
    {
        var before = Everything();
        Assert.Equal(ExitCode.Usage, Dtao("run", "short.conf", $"--name={name}"));
        Assert.Equal(ExitCode.Usage, Dtao("run", "short.conf", $"--name={name}", "--seeds", "1..2"));
        Assert.Equal(before, Everything());
        IsHarmless(Out + Err);
    }

    [Fact]
    public void in_a_link_leads_nowhere()
    {
        Directory.CreateDirectory("runs");
        Directory.CreateDirectory("target");
        Directory.CreateSymbolicLink("runs/short", Path.Combine(Here, "target"));
        Assert.Equal(ExitCode.Refused, Dtao("run", "short.conf", "--force"));
        Assert.Empty(Directory.GetFileSystemEntries("target"));
    }

    [Fact]
    public void in_a_configuration_reaches_neither_the_terminal_nor_a_file()
    {
        Write("evil.conf", $"run.sed = \"{Escapes}\"\nrun.{Escapes} = 1\ncohorts.\"a{Escapes}\" {{ role = \"\\u001b[2J\" }}\ngenesis {{ kind = snapshot, snapshot.path = \"\\u001b[2J\\u0007.csv\" }}\n");
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("check", "evil.conf"));
        IsHarmless(Out + Err);
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("check", "evil.conf", "--json"));
        IsHarmless(Out + Err);
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("check", "short.conf", "-s", "genesis.kind=snapshot", "-s", "genesis.snapshot.path=\"\\u001b[2J\\u0000.csv\""));
        IsHarmless(Out + Err);
    }

    [Fact]
    public void on_the_command_line_does_not_come_back()
    {
        foreach (var line in (string[][])[["run", "a" + Escapes], ["run", "-" + Escapes], [Escapes], ["strategies", Escapes], ["replay", Escapes], ["why", Escapes, Escapes], ["why", ".", Escapes], ["log", Escapes], ["log", ".", Escapes], ["log", ".", "agent = " + Escapes], ["log", ".", "--from", Escapes], ["run", "short.conf", "--seeds", Escapes], ["run", "short.conf", "-s", Escapes], ["run", "short.conf", "--seed", Escapes],
            ["explain", Escapes], ["explain", "run." + Escapes, "short.conf"], ["config", "diff", Escapes, "short.conf"], ["new", "run", Escapes], ["new", "strategy", Escapes], ["check", "short.conf", "--strategies", Escapes]])
        {
            Assert.NotEqual(ExitCode.Done, Dtao(line));
            IsHarmless(Out + Err);
        }
    }

    [Fact]
    public void in_a_snapshot_does_not_come_back()
    {
        Write("subnets.csv", $"netuid,tau_in,alpha_in,alpha_out,moving_price\n0,1,{Escapes},1,1\n");
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("check", "short.conf", "-s", "genesis.kind=snapshot", "-s", "genesis.snapshot.path=subnets.csv"));
        Assert.Contains("line 2, column alpha_in", Err, StringComparison.Ordinal);
        IsHarmless(Out + Err);
    }

    [Fact]
    public void in_the_name_of_the_output_folder_does_not_come_back()
    {
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "-o", "out\u001b[31m"));
        IsHarmless(Out + Err);
    }

    private static void IsHarmless(string text) =>
        Assert.DoesNotContain(text, character => character != '\n' && char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format);
}
