using System.Globalization;
using System.Text.RegularExpressions;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Recording;
using Dtao.Records.Reports;

namespace Dtao.Records.Tests.Reports;

public sealed partial class A_report : IDisposable
{
    /// <summary>All that a page is made of; nothing here runs, loads or asks.</summary>
    private static readonly HashSet<string> Elements =
    [
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "nav", "section", "h1", "h2", "h3", "p", "a", "dl", "dt", "dd", "div", "small", "ol", "ul", "li", "span", "strong", "code", "pre",
        "figure", "figcaption", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "svg", "desc", "text", "path", "rect", "g", "clippath", "!doctype",
    ];

    private readonly TemporaryFolder root = new();

    [Fact]
    public void is_the_same_bytes_for_the_same_run()
    {
        var (one, other) = (Written(new SmallRun(), "one"), Written(new SmallRun(), "two"));
        Assert.Equal(one, other);
    }

    [Fact]
    public void shows_every_part_of_a_run()
    {
        var page = Written(new SmallRun(), "small");
        Assert.All(["What happened", "Prices and reserves", "Emission and power", "Who bought, who sold", "Who gained", "Laws", "Configuration", "Run it again"], title => Assert.Contains($">{title}</h2>", page, StringComparison.Ordinal));
        Assert.All(["prices", "reserves", "root", "flows-focus", "flows-all", "returns"], figure => Assert.Contains($"<figure id=\"{figure}\">", page, StringComparison.Ordinal));
        Assert.Contains("dtao replay runs/small --verify", page, StringComparison.Ordinal);
        Assert.Contains("seed = 1 # run.conf:1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("BROKEN", page, StringComparison.Ordinal);
    }

    [Fact]
    public void of_subnets_of_several_kinds_shows_who_captures_the_emission()
    {
        var page = Written(OfKinds(), "kinds");
        Assert.Contains(">Who captures the emission</h2>", page, StringComparison.Ordinal);
        Assert.All(["kinds", "work", "ranks"], figure => Assert.Equal(figure != "ranks", page.Contains($"<figure id=\"{figure}\">", StringComparison.Ordinal))); // two subnets have no rank correlation
        Assert.Contains("<th scope=\"row\">meme</th>", page, StringComparison.Ordinal);
        Assert.Contains("No subnet of another kind than ai", page, StringComparison.Ordinal);
    }

    /// <summary>The first subnet is owned by one who does work, the second by one who pays for holding; both say so after ten blocks.</summary>
    private static SmallRun OfKinds()
    {
        var run = new SmallRun();
        return new SmallRun
        {
            Plan = run.Plan with { Agents = [.. run.Plan.Agents.Select(agent => agent with { Kind = agent.Account.Index switch { 1 => "ai", 2 => "meme", _ => null }, Role = "owner" })] },
            Batches = [.. run.Batches.Select((batch, i) => batch with { Sample = batch.Sample is { } sample ? ByTwo(sample) : null, Events = i == 9 ? [.. batch.Events, Worth(batch.Block)] : batch.Events })],
        };

        static BlockSample ByTwo(BlockSample sample) =>
            sample with { Market = sample.Market with { Quotes = [.. sample.Market.Quotes.Select(quote => quote.Netuid == Some.Meme ? quote with { Owner = new AccountId(2) } : quote)] } };

        static RunEvent Worth(Block block) => RunEvent.First(EventId.Event(1_000_000), block, new Posted(new AccountId(1), Some.Apex, "Output", 720));
    }

    [Fact]
    public void of_subnets_of_one_kind_says_nothing_of_kinds()
    {
        var run = new SmallRun();
        var page = Written(new SmallRun { Plan = run.Plan with { Agents = [.. run.Plan.Agents.Select(agent => agent with { Kind = "ai" })] } }, "one-kind");
        Assert.DoesNotContain("Who captures the emission", page, StringComparison.Ordinal);
    }

    [Fact]
    public void allows_itself_one_style_sheet_and_nothing_else()
    {
        var page = Written(new SmallRun(), "small");
        var policy = Between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        var sheet = Between(page, "<style>", "</style>");
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sheet)));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void of_a_hundred_hostile_names_and_texts_shows_them_and_does_nothing_else()
    {
        var run = new SmallRun(blocks: 60);
        run = new SmallRun(blocks: 60)
        {
            Plan = run.Plan with
            {
                Agents = [.. HostileText.All.Select((text, i) => new RunAgent(new AccountId(i + 1), text, text, "speculator", text))],
                Config = string.Join('\n', HostileText.All),
                EffectiveConfig = string.Join('\n', HostileText.All),
            },
        };
        var page = Written(run, "hostile");
        Assert.Subset(Elements, Tags.Matches(page).Select(tag => tag.Groups["name"].Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotMatch(@"<[^>]*\son\w+=", page);
        Assert.All(Links.Matches(page), link => Assert.StartsWith("#", link.Groups["target"].Value, StringComparison.Ordinal));
        Assert.DoesNotContain(page, c => c != '\n' && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        Assert.InRange(page.Length, 1, 1_500_000);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void of_a_run_that_has_not_ended_says_so()
    {
        var run = new SmallRun();
        var folder = RunFolder.Create(root, "partial");
        using (var recorder = RunRecorder.Start(folder, run.Plan))
        {
            foreach (var batch in run.Batches) recorder.Post(batch);
            recorder.Abandon();
        }
        Assert.True(RunReport.Write(folder.Path));
        Assert.Contains("This run is PARTIAL.", File.ReadAllText(Path.Combine(folder.Path, RunLayout.Report)), StringComparison.Ordinal);
    }

    [Fact]
    public void of_a_run_that_failed_says_why()
    {
        var run = new SmallRun();
        var folder = RunFolder.Create(root, "failed");
        using (var recorder = RunRecorder.Start(folder, run.Plan))
        {
            foreach (var batch in run.Batches) recorder.Post(batch);
            recorder.Fail("<i>no more", run.Ending);
        }
        Assert.True(RunReport.Write(folder.Path));
        Assert.Contains("&lt;i&gt;no more", File.ReadAllText(Path.Combine(folder.Path, RunLayout.Report)), StringComparison.Ordinal);
    }

    [Fact]
    public void of_nothing_is_none()
    {
        Directory.CreateDirectory(Path.Combine(root, "empty"));
        Assert.False(RunReport.Write(Path.Combine(root, "empty")));
    }

    [Fact]
    public void that_cannot_be_written_spoils_no_run()
    {
        var run = new SmallRun(blocks: 60);
        var folder = RunFolder.Create(root, "hindered");
        Directory.CreateDirectory(folder.PathOf(RunLayout.Report)); // a page cannot be put where a folder is
        using (var recorder = RunRecorder.Start(folder, run.Plan))
        {
            foreach (var batch in run.Batches) recorder.Post(batch);
            recorder.Complete(run.Ending, written => Assert.False(RunReport.TryWrite(written.Path)));
        }
        Assert.Equal(RunState.Ok, RunFolder.StateOf(folder.Path));
        Assert.Throws<RecordingFailed>(() => RunReport.Write(folder.Path));
    }

    public void Dispose() => root.Dispose();

    private static string Between(string text, string before, string after)
    {
        var from = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[from..text.IndexOf(after, from, StringComparison.Ordinal)];
    }

    private string Written(SmallRun run, string below)
    {
        var path = run.Record(Path.Combine(root, below));
        Assert.True(RunReport.Write(path));
        return File.ReadAllText(Path.Combine(path, RunLayout.Report));
    }

    [GeneratedRegex(@"<(?<name>!?[a-zA-Z][a-zA-Z0-9]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags { get; }

    [GeneratedRegex("(href|src|action)=\"(?<target>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links { get; }
}
