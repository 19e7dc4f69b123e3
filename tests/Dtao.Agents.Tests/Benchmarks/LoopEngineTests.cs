using Dtao.Agents.Benchmarks;

namespace Dtao.Agents.Tests.Benchmarks;

public class LoopEngineTests
{
    private static readonly WakesSetup Setup = new() { Agents = 300, Blocks = 800, WarmUpBlocks = 100, Seed = 5, RehearsalSeconds = 0 };

    [Fact]
    public void Not_a_rao_is_lost() => Assert.Equal(0ul, LoopEngine.Run(Setup).ConservationErrorRao);

    [Fact]
    public void The_same_seed_gives_the_same_state_and_another_seed_another()
    {
        var hash = LoopEngine.Run(Setup).StateHash;
        Assert.Equal(hash, LoopEngine.Run(Setup).StateHash);
        Assert.Equal(hash, LoopEngine.Run(Setup with { RehearsalSeconds = 0.1 }).StateHash);
        Assert.NotEqual(hash, LoopEngine.Run(Setup with { Seed = 6 }).StateHash);
    }

    [Fact]
    public void Where_the_clock_is_started_does_not_change_the_history() =>
        Assert.Equal(LoopEngine.Run(Setup).StateHash, LoopEngine.Run(Setup with { WarmUpBlocks = 0, Blocks = 900 }).StateHash);

    [Fact]
    public void Agents_wake_about_every_twelve_blocks_and_mostly_order()
    {
        var report = LoopEngine.Run(Setup);
        Assert.Equal(12.5, (double)Setup.Agents * Setup.Blocks / report.Wakes, tolerance: 0.3);
        var orders = (report.Messages - report.Wakes) / 2;
        Assert.InRange((double)orders / report.Wakes, 0.78, 0.90);
        Assert.True(report.Swaps <= orders);
        Assert.Equal(2 * 300 * 8, report.Payments); // two tempos fall into blocks 101 to 900
    }
}
