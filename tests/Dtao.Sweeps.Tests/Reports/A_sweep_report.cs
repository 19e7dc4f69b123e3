using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dtao.Fixtures;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Designs;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Reports;
using Dtao.Sweeps.Tests.Analysis;

namespace Dtao.Sweeps.Tests.Reports;

public sealed partial class A_sweep_report : SweepSpec
{
    /// <summary>All that a page is made of; nothing here runs, loads or asks.</summary>
    private static readonly HashSet<string> Elements =
    [
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "nav", "section", "h1", "h2", "h3", "p", "a", "dl", "dt", "dd", "div", "small", "strong", "code", "pre", "figure", "figcaption",
        "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "svg", "desc", "text", "path", "rect", "circle", "g", "clippath", "!doctype",
    ];

    private static SweepFixture Whole(Func<FixtureRun, FixtureFailure?>? failing = null, string question = "Does it?", int until = int.MaxValue, bool isBackwards = false) => new()
    {
        Question = question,
        Factors = [Share, Age],
        Metrics = [FixtureMetric.Event("pumped"), FixtureMetric.Event("crashed", "pumped"), FixtureMetric.Figure("peak", "Times")],
        Replicates = 10,
        IsBackwards = isBackwards,
        Outcome = run => run.Run > until ? null : new FixtureOutcome([1, run.Point == 6 && run.Replicate > 3 ? Nothing : run.Replicate <= run.Point + 1 ? 1 : 0, run.Point + run.Replicate])
        {
            Series = [.. Enumerable.Range(0, 8).Select(i => ("price-sum", 1_800L * i, (double)(i + run.Point + run.Replicate)))],
            Failure = failing?.Invoke(run),
        },
    };

    [Fact]
    public void shows_every_part_of_a_sweep()
    {
        var page = SweepReport.Of(Written(Whole()));
        Assert.All(["Phase diagrams", "Main effects", "Series", "Sensitivity", "Metrics by point", "Failures", "Run it again"], title => Assert.Contains($">{title}</h2>", page, StringComparison.Ordinal));
        Assert.All(["phase-1", "effect-pumped", "effect-crashed", "effect-peak", "fan-price-sum", "fan-price-sum-1", "fan-price-sum-2"], figure => Assert.Contains($"<figure id=\"{figure}\">", page, StringComparison.Ordinal));
        Assert.Contains("<strong>Does it?</strong>", page, StringComparison.Ordinal);
        Assert.Contains("this sweep's is grid", page, StringComparison.Ordinal);
        Assert.DoesNotContain("PARTIAL", page, StringComparison.Ordinal);
    }

    [Fact]
    public void is_the_same_bytes_whatever_the_order_in_which_runs_ended() =>
        Assert.Equal(SweepReport.Of(Written(Whole(), "one")), SweepReport.Of(Written(Whole(isBackwards: true), "two")));

    [Fact]
    public void draws_every_cell_of_a_phase_diagram_and_writes_its_numbers()
    {
        var sweep = Written(Whole());
        var diagram = PhaseSet.Of(sweep).Single().Diagrams[0];
        var drawings = Drawings(SweepReport.Of(sweep), "phase-1");
        Assert.Equal(["wide", "narrow"], drawings.Select(drawing => (string)drawing.Attribute("class")!));
        foreach (var drawing in drawings)
        {
            var cells = drawing.Elements("rect").Where(rect => ((string?)rect.Attribute("class") ?? "").StartsWith("cell", StringComparison.Ordinal)).ToArray();
            Assert.Equal(2 * 6, cells.Length); // crashed, and pumped beside it
            foreach (var cell in diagram.Cells)
            {
                var told = $"b.age = {diagram.X.Levels[cell.X]}, a.share = {diagram.Y.Levels[cell.Y]}: {cell.Odds.Mean * 100:0} % [{cell.Odds.Low * 100:0}–{cell.Odds.High * 100:0}], in {cell.Hits} of {cell.Odds.Count} that tell, of 10 runs";
                var drawn = Assert.Single(cells[..6], rect => rect.Element("title")!.Value == told);
                Assert.Equal(cell.Counts ? "cell" : "cell few", (string)drawn.Attribute("class")!);
            }
            Assert.Single(cells[..6], rect => (string)rect.Attribute("class")! == "cell few");
            Assert.Equal(2, drawing.Elements("path").Count(path => (string?)path.Attribute("class") == "half")); // the line, and its sample in the legend
        }
    }

    [Fact]
    public void joins_means_by_a_line_where_values_have_something_between_them()
    {
        foreach (var drawing in Drawings(SweepReport.Of(Written(Whole())), "effect-peak"))
        {
            Assert.Equal(2 + 3, drawing.Descendants("circle").Count(circle => ((string?)circle.Attribute("class") ?? "").Contains("dot", StringComparison.Ordinal))); // shares, and ages in words
            Assert.Single(drawing.Descendants("path"), path => ((string?)path.Attribute("class") ?? "").Contains("line thin", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void tells_moments_of_short_runs_apart()
    {
        var blocks = new[] { 0L, 10, 20 };
        var page = SweepReport.Of(Written(new SweepFixture
        {
            Factors = [Share],
            Metrics = [FixtureMetric.Figure("peak", "Times")],
            Replicates = 10,
            Outcome = _ => new FixtureOutcome([1]) { Series = [.. blocks.Select(block => ("price-sum", block, 1.0 + block))] },
        }));
        var labels = Drawings(page, "fan-price-sum")[0].Descendants("text").Select(text => text.Value);
        Assert.Contains("0.001", labels);
        Assert.Contains("<td class=\"n\">0.0014</td>", page, StringComparison.Ordinal); // 10 of 7,200 blocks
    }

    [Fact]
    public void has_the_numbers_of_every_cell_in_a_table()
    {
        var page = SweepReport.Of(Written(Whole()));
        Assert.Contains("""<tr><th scope="row">10%</th><td>7 days</td><td class="n">20.0 %</td><td class="n">5.7 % to 51.0 %</td><td class="n">2</td><td class="n">10</td>""", page.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal); // Wilson's of 2 in 10
        Assert.Contains("3 (few)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void of_a_partial_sweep_says_so_and_shows_what_there_is()
    {
        var page = SweepReport.Of(Written(Whole(until: 20)));
        Assert.Contains("This sweep is PARTIAL.", page, StringComparison.Ordinal);
        Assert.Contains("40 of 60 runs have not ended", page, StringComparison.Ordinal);
        Assert.Contains("<figure id=\"phase-1\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void of_a_sweep_without_a_run_says_so()
    {
        var page = SweepReport.Of(Written(Whole(until: 0)));
        Assert.Contains("60 of 60 runs have not ended", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    [Fact]
    public void of_points_that_needed_no_more_runs_is_not_partial()
    {
        var whole = Whole();
        var sweep = Written(new SweepFixture { Factors = whole.Factors, Metrics = whole.Metrics, Replicates = 10, Stopped = [2], Outcome = run => run is { Point: 2, Replicate: > 4 } ? null : whole.Outcome(run) });
        Assert.Null(SweepSummary.Partial(sweep));
        Assert.Contains("fewer at 1 points", SweepReport.Of(sweep), StringComparison.Ordinal);
    }

    [Fact]
    public void of_failures_says_what_happened_who_it_was_where_and_how_to_see_it_again()
    {
        var page = SweepReport.Of(Written(Whole(run => run.Run == 7 ? new FixtureFailure("out of memory at 1.2 GB", "memory", "guru-1", 88_100, "dtao run sn28 -s a.share=10% --seed 1002") : null)));
        Assert.Contains("a.share = 10%, b.age = 7 days</td><td>2</td><td>1002</td><td>memory</td><td>out of memory at 1.2 GB</td><td>guru-1</td><td>88,100</td>", page.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("<pre tabindex=\"0\">dtao run sn28 -s a.share=10% --seed 1002</pre>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void of_a_hundred_hostile_texts_shows_them_and_does_nothing_else()
    {
        var fixture = new SweepFixture
        {
            Name = HostileText.All[20],
            Question = string.Join(' ', HostileText.All.Take(40)),
            Base = "<script>alert(1)</script>",
            Factors = [FixtureFactor.Words("a.b", [.. HostileText.All]), Share],
            Metrics = [FixtureMetric.Event("pumped", meaning: "<img src=x onerror=alert(1)>")],
            Replicates = 1,
            Outcome = run => new FixtureOutcome([1]) { Failure = run.Point % 2 == 1 ? new FixtureFailure(HostileText.All[run.Point / 2 % HostileText.All.Count], HostileText.All[3], HostileText.All[run.Point / 2 % HostileText.All.Count], 1, HostileText.All[run.Point / 2 % HostileText.All.Count]) : null },
        };
        var sweep = Written(fixture);
        var page = SweepReport.Of(sweep);
        Assert.Subset(Elements, Tags.Matches(page).Select(tag => tag.Groups["name"].Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotMatch(@"<[^>]*\son\w+=", page);
        Assert.All(Links.Matches(page), link => Assert.StartsWith("#", link.Groups["target"].Value, StringComparison.Ordinal));
        Assert.DoesNotContain(page, c => c != '\n' && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        XDocument.Parse(SweepFigures.Draw(sweep, "pumped")!);
    }

    [Fact]
    public void draws_Sobol_indices_and_Morris_effects_where_the_design_tells()
    {
        var seed = SweepPlan.SeedOfSamples(1);
        SweepFixture Of(string design, int size, double[][] samples) => new() { Design = design, DesignSize = size, Replicates = 1, Factors = [FixtureFactor.Sampled("s.x", 0, 1), FixtureFactor.Sampled("s.y", 0, 1)], Samples = samples, Metrics = [FixtureMetric.Figure("z")], Outcome = run => new FixtureOutcome([2 * (double)run.Factors[0] + (double)run.Factors[1]]) };
        Assert.Contains("Sobol indices of z", SweepReport.Of(Written(Of("saltelli", 32, new SaltelliDesign(32, 2, seed).Points), "saltelli")), StringComparison.Ordinal);
        Assert.Contains("Morris effects of z", SweepReport.Of(Written(Of("morris", 4, new MorrisDesign(4, 2, seed).Points), "morris")), StringComparison.Ordinal);
    }

    [Fact]
    public void has_a_figure_that_stands_alone_on_white()
    {
        var sweep = Written(Whole());
        Assert.Equal(["crashed"], SweepFigures.Names(sweep));
        Assert.Null(SweepFigures.Draw(sweep, "nonesuch"));
        var svg = XDocument.Parse(SweepFigures.Draw(sweep, "crashed")!).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(ns + "svg", svg.Name);
        Assert.Equal("#ffffff", (string)svg.Element(ns + "rect")!.Attribute("fill")!);
        Assert.Equal(((string)svg.Attribute("width")!, (string)svg.Attribute("height")!), ((string)svg.Element(ns + "rect")!.Attribute("width")!, (string)svg.Element(ns + "rect")!.Attribute("height")!));
        Assert.Equal(12, svg.Elements(ns + "rect").Count(rect => ((string?)rect.Attribute("class") ?? "").StartsWith("cell", StringComparison.Ordinal)));
        Assert.DoesNotContain("var(", svg.ToString(), StringComparison.Ordinal); // colours of a page that is not there
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "image" or "foreignObject" or "a");
    }

    [Fact]
    public void of_many_points_stays_a_page()
    {
        var sweep = Written(new SweepFixture { Design = "lhs", DesignSize = 3_000, Replicates = 1, Factors = [FixtureFactor.Sampled("s.x", 0, 1)], Samples = [.. Enumerable.Range(0, 3_000).Select(i => new[] { i / 3_000.0 })], Metrics = [FixtureMetric.Figure("z")], Outcome = run => new FixtureOutcome([run.Run]) { Failure = run.Run % 2 == 0 ? new FixtureFailure("no") : null } });
        var page = SweepReport.Of(sweep);
        Assert.InRange(page.Length, 1, 600_000);
        Assert.Contains("The first 2,000 of 3,000 points", page, StringComparison.Ordinal);
        Assert.Contains("The first 100; all of them: dtao query", page, StringComparison.Ordinal);
    }

    /// <summary>The drawings of a figure; what browsers read is XML here too.</summary>
    private static XElement[] Drawings(string page, string figure)
    {
        var from = page.IndexOf($"<figure id=\"{figure}\">", StringComparison.Ordinal);
        var text = page[from..page.IndexOf("</figure>", from, StringComparison.Ordinal)];
        return [.. Svgs.Matches(text).Select(svg => XElement.Parse(svg.Value))];
    }

    [GeneratedRegex(@"<svg class.*?</svg>", RegexOptions.Singleline, 1000)]
    private static partial Regex Svgs { get; }

    [GeneratedRegex(@"<(?<name>!?[a-zA-Z][a-zA-Z0-9]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags { get; }

    [GeneratedRegex("(href|src|action)=\"(?<target>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links { get; }
}
