using Dtao.Sweeps.Ensembles;

namespace Dtao.Sweeps.Tests.Ensembles;

public sealed class An_ensemble
{
    private static readonly ulong[] Seeds = [9, 3, 7, 1, 100, 4];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(50)]
    public void gives_results_in_the_order_of_the_seeds_whatever_the_number_of_jobs(int jobs) =>
        Assert.Equal(Seeds.Select(seed => seed * seed), Ensemble.Run(Seeds, jobs, seed => seed * seed));

    [Fact]
    public void of_no_seeds_is_no_results() => Assert.Empty(Ensemble.Run(Array.Empty<ulong>(), jobs: 2, seed => seed));

    [Fact]
    public void runs_each_seed_once()
    {
        var runs = new System.Collections.Concurrent.ConcurrentBag<ulong>();
        Ensemble.Run(Seeds, jobs: 3, seed =>
        {
            runs.Add(seed);
            return seed;
        });
        Assert.Equal(Seeds.Order(), runs.Order());
    }

    [Fact]
    public void runs_as_many_at_a_time_as_there_are_jobs()
    {
        using var both = new Barrier(2); // Two runs meet here, or nobody comes any further.
        Assert.All(Ensemble.Run([1, 2], jobs: 2, _ => both.SignalAndWait(TimeSpan.FromSeconds(30))), Assert.True);
    }

    [Fact]
    public void runs_one_at_a_time_with_one_job()
    {
        using var both = new Barrier(2); // Each run waits for another, which would come while it waits.
        Assert.All(Ensemble.Run([1, 2], jobs: 1, _ => both.SignalAndWait(TimeSpan.FromMilliseconds(250))), Assert.False);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void finishes_every_run_and_then_throws_what_the_first_failing_seed_threw(int jobs)
    {
        var finished = 0;
        var thrown = Assert.Throws<InvalidOperationException>(() => Ensemble.Run(Seeds, jobs, seed =>
        {
            Interlocked.Increment(ref finished);
            return seed is 3 or 100 ? throw new InvalidOperationException($"no world of seed {seed}") : seed;
        }));
        Assert.Equal("no world of seed 3", thrown.Message);
        Assert.Equal(Seeds.Length, finished);
    }
}
