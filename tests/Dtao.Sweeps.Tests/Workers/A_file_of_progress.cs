using Dtao.Agents.Lanes;
using Dtao.Agents.Running;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;
using Dtao.Sweeps.Workers;

namespace Dtao.Sweeps.Tests.Workers;

public sealed class A_file_of_progress : IDisposable
{
    private static readonly Seat[] Seats = [SeatOf(0, "herd", 0), SeatOf(1, "herd", 1), SeatOf(2, "whales", 0)];

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Shows_another_process_who_decides_in_which_block()
    {
        using var mine = ProgressFile.Create(path);
        using var theirs = ProgressFile.Open(path);
        Assert.Null(theirs.NameOf(0)); // Between runs there is nobody.
        var lane = mine.Begin(Seats, TimeSpan.FromSeconds(3));

        lane.Enter(2, 4_920_400);

        Assert.Equal(("whales-0", 4_920_400, TimeSpan.FromSeconds(3)), (theirs.NameOf(theirs.Seen.Agent), theirs.Seen.Block, theirs.StrategyTimeLimit));
        lane.Leave();
        Assert.Equal((LaneProgress.Nobody, 1), (theirs.Seen.Agent, theirs.Seen.Turns));
        Assert.Null(theirs.NameOf(theirs.Seen.Agent));
    }

    [Fact]
    public void Names_the_agent_that_has_allocated_most()
    {
        using var file = ProgressFile.Create(path);
        var lane = file.Begin(Seats, TimeSpan.FromSeconds(3));
        foreach (var (seat, bytes) in ((int, int)[])[(0, 1_000), (1, 1_000_000), (2, 2_000)])
        {
            lane.Enter(seat, 1);
            GC.KeepAlive(new byte[bytes]);
            lane.Leave();
        }
        Assert.Equal("herd-1", file.NameOf(file.Seen.Hungriest));
    }

    [Fact]
    public void Is_clean_for_the_next_run()
    {
        using var file = ProgressFile.Create(path);
        file.Begin(Seats, TimeSpan.FromSeconds(3)).Enter(1, 77);
        file.End();
        var next = file.Begin([Seats[2]], TimeSpan.FromSeconds(1));
        Assert.Equal((LaneProgress.Nobody, 0, 0, LaneProgress.Nobody), (next.Agent, next.Block, next.Turns, next.Hungriest));
        Assert.Equal("whales-0", file.NameOf(0));
    }

    private static Seat SeatOf(int index, string cohort, int number) =>
        new(index, new AgentId(cohort, number), Role.Speculator, "none", new Nothing(), new AccountId(index + 1), new AccountId(0), 1);

    private sealed class Nothing : IStrategy
    {
        public Intent Decide(Sight sight, Dice dice) => Intent.None;
    }
}
