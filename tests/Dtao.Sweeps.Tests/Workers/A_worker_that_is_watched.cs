using Dtao.Sweeps.Metrics;
using Dtao.Sweeps.Workers;

namespace Dtao.Sweeps.Tests.Workers;

public sealed class A_worker_that_is_watched
{
    [Fact]
    public void Has_taken_memory_even_where_its_answer_comes_before_the_first_look()
    {
        var row = RowJson.Write(new RunRow(1, new RunOutcome([1], []), "aa", "bb", Failure: null));
        using var worker = new WorkerProcess(Answering(row), Directory.CreateTempSubdirectory("watched-").FullName);
        var answers = Enumerable.Range(0, 5).Select(_ => worker.Do(1, () => false)).ToArray();
        Assert.All(answers, answer => Assert.Equal("aa", answer.Row?.StateHash));
        Assert.All(answers, answer => Assert.True(answer.PeakBytes > 100_000));
    }

    /// <summary>A program that knows its answer without doing anything for it.</summary>
    private static WorkerSettings Answering(string row) => new(["/bin/sh", "-c", $"while read -r run; do echo '{row}'; done"], 1L << 30);
}
