using Dtao.Fixtures;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Tests.Analysis;

public sealed class A_sweep_record : SweepSpec
{
    [Fact]
    public void tells_what_was_varied_and_what_came_of_it()
    {
        var sweep = Written(new SweepFixture
        {
            Factors = [Share, Age],
            Metrics = [FixtureMetric.Event("pumped"), FixtureMetric.Figure("peak", "Times")],
            Outcome = run => run.Run == 12 ? null : new FixtureOutcome([run.Point == 1 ? 1 : 0, run.Point == 2 ? Nothing : 7]) { Failure = run.Run == 3 ? new FixtureFailure("it threw") : null },
        });
        Assert.Equal((6, 12, 2, true), (sweep.Points.Length, sweep.Facts.Runs, sweep.Facts.Replicates, sweep.Facts.IsPaired));
        Assert.Equal(["10%", "20%"], sweep.Factors[0].Levels.AsEnumerable());
        Assert.Equal((0.1, double.NaN), (sweep.Runs[0].Factors[0], sweep.Runs[0].Factors[1])); // a text has no number
        Assert.Equal((10, 1, 1), (sweep.Done.Length, sweep.Failed.Length, sweep.Missing));
        Assert.Equal(new RecordedFailure("it threw", "threw", "herd-3", 4_711, "dtao run sn28 --seed 1001"), sweep.Failed[0].Failure);
        Assert.Equal([1.0, 7.0], sweep.Done[0].Values.AsEnumerable());
        Assert.True(double.IsNaN(sweep.Done[1].Values[1]));
    }

    [Fact]
    public void that_is_none_is_told_from_one()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        Assert.False(SweepRecord.IsSweep(folder));
        File.WriteAllText(Path.Combine(folder, SweepRecord.Database), "no database");
        Assert.Throws<InvalidDataException>(() => SweepRecord.Open(folder));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Every saved question is answered by a sweep with odd names, and by one that varies and measures nothing.</summary>
    [Fact]
    public void answers_every_saved_question()
    {
        var odd = Written(new SweepFixture { Factors = [FixtureFactor.Words("cohorts.a-b.\u0022", "x'; --")], Metrics = [FixtureMetric.Event("pumped"), FixtureMetric.Figure("select")], Outcome = run => new FixtureOutcome([1, 2]) { Failure = run.Run == 1 ? new FixtureFailure("x") : null } }, "odd");
        var bare = Written(new SweepFixture { Factors = [], Metrics = [], Outcome = _ => null }, "bare");
        foreach (var sweep in new[] { odd, bare })
            foreach (var query in SweepQuery.All)
            {
                using var asked = Records.Queries.RunQuery.Ask(Path.Combine(sweep.Folder, SweepRecord.Database), query.Sql(sweep), new Dictionary<string, long>(StringComparer.Ordinal) { ["$top"] = 5 });
                var rows = asked.Rows().ToArray();
                Assert.True(sweep == bare || query.Name == "missing" || rows.Length > 0, query.Name);
            }
    }
}
