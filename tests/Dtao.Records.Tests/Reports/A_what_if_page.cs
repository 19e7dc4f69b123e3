using System.Text.RegularExpressions;
using Dtao.Records.Reports;

namespace Dtao.Records.Tests.Reports;

public sealed class A_what_if_page : IDisposable
{
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void Shows_the_chief_metric_pair_by_pair_and_all_that_spread_on_one_scale()
    {
        var page = Written("What if?", Row("sum", 1, 2, 4), Row("still", 0, 0) with { Spread = 0 });
        Assert.Equal(2 * 3, Regex.Count(page, "<circle ")); // each figure is drawn for wide and for narrow screens
        Assert.Contains("sum: with less without", page, StringComparison.Ordinal);
        var scale = page[page.IndexOf("id=\"scaled\"", StringComparison.Ordinal)..page.IndexOf("id=\"table\"", StringComparison.Ordinal)];
        Assert.Contains(">sum<", scale, StringComparison.Ordinal);
        Assert.DoesNotContain(">still<", scale, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_run_against_itself_draws_every_pair_at_nothing()
    {
        var page = Written("What if?", Row("sum", 0, 0, 0));
        var across = Regex.Match(page, "class=\"rule\" d=\"M(?<x>[0-9.]+) ").Groups["x"].Value;
        Assert.Equal(2 * 3, Regex.Count(page, $"cx=\"{Regex.Escape(across)}\""));
    }

    [Fact]
    public void Without_a_metric_that_can_be_told_is_a_table() => Assert.DoesNotContain("<figure", Written("What if?"), StringComparison.Ordinal);

    [Fact]
    public void Shows_hostile_questions_and_does_nothing_else()
    {
        foreach (var text in HostileText.All)
        {
            var page = Written(text, Row("sum", 1, 2));
            Assert.Equal(Regex.Count(Written("plain", Row("sum", 1, 2)), "<[a-z]"), Regex.Count(page, "<[a-z]"));
        }
    }

    [Fact]
    public void Asks_for_nothing()
    {
        var page = Written("What if?", Row("sum", 1, 2));
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    private static DifferenceRow Row(string name, params double[] differences) =>
        new(name, "", 1, [.. differences], differences.Min(), differences.Average(), differences.Max(), Spread: 0.5);

    private string Written(string question, params DifferenceRow[] rows) =>
        File.ReadAllText(WhatIfPage.Write(root, question, "It changes.", rows, new CompareTable("All metrics", "", ["metric", "value"], [["sum", "1"]], 1)));
}
