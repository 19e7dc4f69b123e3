namespace Dtao.Cli.Tests;

public sealed class A_page_in_a_browser : CliSpec
{
    [BrowserFact]
    public void Report_and_comparison_say_nothing_on_the_console_and_ask_for_nothing()
    {
        Dtao("run", "short.conf", "--name", "a", "-s", "run.duration=2 hours");
        Dtao("run", "short.conf", "--name", "b", "--seed", "7");
        Dtao("compare", "runs/a", "runs/b");
        foreach (var page in new[] { "runs/a/report.html", "runs/compare.html" })
        {
            var (console, requests) = Browser.Open(page);
            Assert.Empty(console);
            Assert.Empty(requests);
        }
    }

    /// <summary>Otherwise the fact above could not fail.</summary>
    [BrowserFact]
    public void Another_page_that_runs_a_script_and_asks_for_a_picture_is_found_out()
    {
        Write("other.html", "<!doctype html><html><body><img src='http://example.org/x.png'><script>console.log('here')</script></body></html>");
        var (console, requests) = Browser.Open("other.html");
        Assert.Contains(console, line => line.Contains("here", StringComparison.Ordinal));
        Assert.Contains("http://example.org/x.png", requests);
    }
}
