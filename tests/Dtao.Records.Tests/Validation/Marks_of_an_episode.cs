using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;
using static Dtao.Records.Tests.Validation.SomeEvidence;

namespace Dtao.Records.Tests.Validation;

public sealed class Marks_of_an_episode : IDisposable
{
    private readonly TemporaryFolder root = new();

    [Fact]
    public void are_none_where_no_owner_says_how_far_it_pays_for_holding()
    {
        using var evidence = Of(root, 20, [(10, 0.1)], (50, 3, "Holding", 1), (60, 2, "PayForHolding", 1), (70, 1, "PayForSelling", 1));
        Assert.Null(evidence.Marks);
        Assert.Equal((Finding.Unknown, "no subnet was taken over"), Found(evidence, "pump-multiple"));
    }

    [Fact]
    public void are_those_of_a_takeover_that_goes_on_paying_for_work_too()
    {
        using var evidence = Of(root, 20, [(10, 0.1)], (60, 3, "PayForHolding", 0), (70, 3, "PayForHolding", 0));
        Assert.Equal(new EpisodeMarks(28, Some.FirstBlock + 60, null), evidence.Marks);
    }

    [Fact]
    public void take_no_announcement_but_the_foundations_own_after_the_takeover()
    {
        using var evidence = Of(root, 20, [(10, 0.1)], (40, 1, "PayForSelling", 1), (50, 3, "PayForHolding", 1), (60, 3, "PayForSelling", 1));
        Assert.Equal(new EpisodeMarks(28, Some.FirstBlock + 50, null), evidence.Marks);
        Assert.Equal((Finding.Absent, "nothing was announced"), Found(evidence, "announced-12min"));
    }

    [Fact]
    public void without_an_announcement_leave_the_whole_run_for_the_peak()
    {
        using var evidence = Of(root, 20, [(10, 0.1), (Day, 0.2), (18 * Day, 0.9)], (50, 3, "PayForHolding", 1));
        Assert.Equal(Some.FirstBlock + 18 * Day, evidence.Episode!.Peak);
        Assert.Equal((Finding.Unknown, "the run ends too soon after the peak"), Found(evidence, "peak-to-day-14"));
    }

    public void Dispose() => root.Dispose();

    private static (Finding, string) Found(Evidence evidence, string measure) => MeasureCatalogue.Find(measure)!.Of(evidence) is var found ? (found.Finding, found.Why) : default;
}
