using System.Collections.Immutable;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Reports.Figures;
using Dtao.Records.Reports.Sections;
using Dtao.Records.Stories;

namespace Dtao.Records.Reports;

/// <summary>A run on one page. The same run gives the same bytes.</summary>
public static class RunReport
{
    /// <summary>Puts <c>report.html</c> and <c>story.md</c> into the run's folder, whatever state it is in.</summary>
    /// <returns>Whether there was something to tell: a run that was killed before its first block leaves nothing.</returns>
    /// <exception cref="RecordingFailed">They cannot be written.</exception>
    public static bool Write(string folder)
    {
        using var run = Chronicle.Of(RunReader.Open(folder));
        if (run is null) return false;
        var story = RunStory.Of(run);
        Disk.Put(run.Run.PathOf(RunLayout.Report), Of(run, story), OpenGate.Always);
        Disk.Put(run.Run.PathOf(RunLayout.Story), StoryMarkdown.Of(NameOf(run), story), OpenGate.Always);
        return true;
    }

    /// <summary>The same at a run's end, where nothing that goes wrong with its page may spoil the run: whoever misses the page asks for it again and is told why.</summary>
    public static bool TryWrite(string folder)
    {
        try
        {
            return Write(folder);
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static string Of(Chronicle run, ImmutableArray<Statement> story)
    {
        var sections = SectionsOf(run, story).OfType<Section>().ToArray();
        return Page.Of($"{NameOf(run)}: a run of dtao", Markup.Of(
            $"""
            <header>
            <p class="kicker">Run report</p>
            <h1>{NameOf(run)}</h1>
            <p class="facts">{Facts(run)}</p>
            {Notice(run)}
            {Tiles.Of(run)}
            <nav aria-label="Contents">{sections.Select(section => Markup.Of($"""<a href="#{section.Id}">{section.Title}</a>"""))}</nav>
            </header>
            <main>
            {sections.Select(section => section.Draw())}
            </main>
            <footer>Written by dtao {run.Manifest?.Identity.Version ?? ""} from the run's own record. This page asks no server for anything and runs no script.</footer>
            """));
    }

    private static IEnumerable<Section?> SectionsOf(Chronicle run, ImmutableArray<Statement> story)
    {
        var flows = FlowSamples.Of(run);
        yield return StorySection.Of(story);
        yield return Section.Of("market", "Prices and reserves", PriceFigure.Of(run), PeakFigure.Of(run), ReserveFigure.Of(run))?.With(DetectionSection.Of(run));
        yield return Section.Of("power", "Emission and power", ShareFigure.Of(run), EmissionFigure.Of(run), StakePowerFigure.Of(run), RootProportionFigure.Of(run));
        yield return CaptureSection.Of(run);
        yield return Section.Of("flows", "Who bought, who sold", FlowFigure.InFocus(run, flows), FlowFigure.InAll(run, flows));
        yield return Section.Of("gains", "Who gained", ReturnFigure.Of(run.Returns));
        yield return LawSection.Of(run);
        yield return ConfigSection.Of(run);
        yield return ReplaySection.Of(run);
    }

    private static string NameOf(Chronicle run) => run.Manifest?.Identity.Name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(run.Run.Path));

    private static string Facts(Chronicle run)
    {
        var agents = run.Database.Ask("SELECT count(*), count(DISTINCT strategy) FROM agents", row => (row.GetInt64(0), row.GetInt64(1))).Single();
        var seed = run.Manifest is { } manifest ? $" · seed {manifest.Identity.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "";
        return $"{Shown.Whole(run.Market.Subnets.Count)} subnets · {Shown.Whole(agents.Item1)} agents with {Shown.Whole(agents.Item2)} strategies · {DateOf(run, run.First)} to {DateOf(run, run.Last)} of simulated time{seed}";
    }

    private static string DateOf(Chronicle run, Protocol.Units.Block block) => run.Time.At(block).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static Markup Notice(Chronicle run) => run.State switch
    {
        RunState.Partial =>
            Markup.Of($"""<p class="notice" role="note"><strong>This run is PARTIAL.</strong> It has not ended, or was stopped; what follows goes to its last whole transaction, block {Shown.Whole(run.Last.Height)}. Wealth and holdings at the end are not known.</p>"""),
        RunState.Failed => Markup.Of($"""<p class="notice" role="note"><strong>This run FAILED</strong> at block {Shown.Whole(run.Last.Height)}: {run.Run.FailedBecause}</p>"""),
        _ => Markup.None,
    };
}
