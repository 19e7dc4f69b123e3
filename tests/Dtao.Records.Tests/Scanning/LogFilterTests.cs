using System.Text;
using Dtao.Records.Scanning;

namespace Dtao.Records.Tests.Scanning;

public sealed class LogFilterTests
{
    private const string Bought =
        """{"@t":"2025-02-25T12:23:12.000Z","@mt":"{Agent} bought {Alpha} of SN{Netuid}","@l":"Debug","Ev":"Staked","id":"e41","cause":"o39","root":"o39","Block":5003952,"Netuid":28,"Agent":"herd-3","Alpha":8712.3,"alpha_rao":"8712300000000","tao_rao":"125000000000"}""";

    private const string Faulted =
        """{"@t":"2025-02-25T12:23:12.000Z","@mt":"{Agent} faulted: {Error}","@l":"Error","Ev":"AgentFaulted","id":"e7","root":"e7","Block":9,"Agent":"na\u00efve \u0022x\u0022","Error":"a, b} \\ \u001b[2J"}""";

    [Theory]
    [InlineData("", true)]
    [InlineData("ev = Staked", true)]
    [InlineData("EV=staked", true)] // a type in the wrong case is understood
    [InlineData("ev = Unstaked", false)]
    [InlineData("ev = *staked", true)]
    [InlineData("netuid = 28", true)]
    [InlineData("netuid = 2", false)]
    [InlineData("Block = 5003952", true)]
    [InlineData("Block = 500395", false)]
    [InlineData("tao > 10", true)] // the line has tao_rao only
    [InlineData("tao > 124.999999999", true)]
    [InlineData("tao > 125", false)]
    [InlineData("tao >= 125", true)]
    [InlineData("tao_rao = 125000000000", true)]
    [InlineData("alpha < 8712.3", false)]
    [InlineData("alpha <= 8712.3", true)]
    [InlineData("agent = herd-3", true)]
    [InlineData("agent = herd", false)]
    [InlineData("agent = herd-*", true)]
    [InlineData("agent = 'HERD-3'", true)]
    [InlineData("agent = *e*d*3", true)]
    [InlineData("agent = *d*e*", false)]
    [InlineData("agent ~ erd", true)]
    [InlineData("agent != herd-3", false)]
    [InlineData("cause = o39 and root = o39", true)]
    [InlineData("partial = true", false)]
    [InlineData("partial != true", true)] // what is missing is unequal to everything
    [InlineData("value > 1 or value <= 1", false)] // and neither more nor less than anything
    [InlineData("not ev = Staked", false)]
    [InlineData("not (netuid = 3 or tao < 1)", true)]
    [InlineData("netuid = 3 or netuid = 28 and tao > 1000", false)] // and binds more
    [InlineData("(netuid = 3 or netuid = 28) and tao > 100", true)]
    [InlineData("@l = Debug and @t = 2025-02-25*", true)]
    public void Lets_through_what_is_asked_for(string filter, bool passes) => Assert.Equal(passes, Passes(filter, Bought));

    [Theory]
    [InlineData("agent = 'na*e \"x\"'", true)]
    [InlineData("error ~ ', b} \\'", true)]
    [InlineData("error ~ ', c'", false)]
    [InlineData("netuid != 28", true)]
    public void Reads_text_behind_its_escapes(string filter, bool passes) => Assert.Equal(passes, Passes(filter, Faulted));

    [Theory]
    [InlineData("netuuid = 28", 0, 7, "no event has this field")]
    [InlineData("ev = Stakd", 5, 5, "there is no such type of event")]
    [InlineData("netuid 28", 7, 2, "expected =, !=, <, <=, >, >= or ~")]
    [InlineData("netuid =", 8, 1, "expected a value")]
    [InlineData("netuid = 28 tao > 1", 12, 3, "expected and, or, or the end")]
    [InlineData("netuid = 28 and", 15, 1, "expected the name of a field")]
    [InlineData("(netuid = 28", 0, 1, "this bracket is never closed")]
    [InlineData("netuid = 28)", 11, 1, "this bracket closes nothing")]
    [InlineData("agent = 'herd", 8, 1, "this quote is never closed")]
    [InlineData("tao > many", 6, 4, "> compares numbers")]
    [InlineData("netuid ! 28", 7, 1, "! is no comparison; write != or not")]
    [InlineData("netuid = 28; tao = 1", 11, 1, "this is no part of a filter")]
    public void Says_where_it_is_wrong(string filter, int position, int length, string message)
    {
        var wrong = Assert.Throws<FilterRefused>(() => LogFilter.Of(filter));
        Assert.Equal((position, length, message), (wrong.Position, wrong.Length, wrong.Message));
    }

    [Fact]
    public void Is_refused_where_brackets_are_too_deep() => Assert.Throws<FilterRefused>(() => LogFilter.Of(new string('(', 100_000) + "netuid = 1"));

    [Fact]
    public void Takes_no_line_that_breaks_off()
    {
        for (var length = 0; length < Bought.Length; length++) Assert.Null(LogFilter.Of("").Passes(Encoding.UTF8.GetBytes(Bought[..length])));
        Assert.True(Passes("", Bought));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"a\":1}}")]
    [InlineData("{\"a\" :1}")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":\"b}")]
    [InlineData("{\"a\":1,}")]
    public void Takes_nothing_else_for_a_line(string text) => Assert.Null(LogFilter.Of("").Passes(Encoding.UTF8.GetBytes(text)));

    private static bool? Passes(string filter, string line) => LogFilter.Of(filter).Passes(Encoding.UTF8.GetBytes(line));
}
