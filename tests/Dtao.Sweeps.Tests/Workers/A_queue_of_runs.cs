using Dtao.Hocon;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Workers;

namespace Dtao.Sweeps.Tests.Workers;

public sealed class A_queue_of_runs
{
    private static readonly SweepRun[] Runs = [.. Plan().Runs]; // Two points, three replicates: 1 2 | 3 4 | 5 6.

    [Fact]
    public void Gives_runs_in_the_order_of_the_plan()
    {
        var queue = new RunQueue(Runs, isWatched: false);
        Assert.Equal([1, 2, 3, 4, 5, 6], Enumerable.Range(0, 6).Select(_ => queue.Take(Never)!.Number));
        Assert.Null(queue.Take(Never));
    }

    [Fact]
    public void Counts_runs_that_wait_and_runs_under_way()
    {
        var queue = new RunQueue(Runs, isWatched: false);
        var first = queue.Take(Never)!;
        Assert.Equal(6, queue.Left);
        queue.Finish(first, isPointDone: false);
        Assert.Equal(5, queue.Left);
    }

    [Fact]
    public void Holds_a_replicate_back_until_the_one_before_has_told_whether_it_is_wanted()
    {
        var queue = new RunQueue(Runs, isWatched: true);
        Assert.Equal([1, 2], queue.TakeAll().Select(run => run.Number));
        Assert.Empty(queue.TakeAll());
        queue.Finish(Runs[1], isPointDone: false);
        Assert.Equal([4], queue.TakeAll().Select(run => run.Number));
    }

    [Fact]
    public void Drops_the_replicates_of_a_point_that_has_told_enough()
    {
        var queue = new RunQueue(Runs, isWatched: true);
        queue.TakeAll();
        queue.Finish(Runs[0], isPointDone: true);
        queue.Finish(Runs[1], isPointDone: false);
        Assert.Equal([4], queue.TakeAll().Select(run => run.Number));
        Assert.Equal(2, queue.Left); // 4 under way, 6 waiting.
    }

    [Fact]
    public void Gives_nothing_once_somebody_wants_it_to_stop() => Assert.Null(new RunQueue(Runs, isWatched: false).Take(() => true));

    [Fact]
    public void Gives_a_run_by_its_number_once()
    {
        var queue = new RunQueue(Runs, isWatched: false);
        Assert.Equal(3, queue.Take(3)!.Number);
        Assert.Null(queue.Take(3));
        Assert.Equal([1, 2, 4, 5, 6], queue.TakeAll().Select(run => run.Number));
    }

    private static bool Never() => false;

    private static SweepPlan Plan() => SweepFile.Read(null, new DiagnosticBag(), "base=demo", "vary.\"cohorts.herd.count\"=[1, 2]", "replicates=3");
}
