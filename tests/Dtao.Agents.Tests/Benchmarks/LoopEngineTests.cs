using Dtao.Agents.Benchmarks;
using Shouldly;

namespace Dtao.Agents.Tests.Benchmarks;

public class LoopEngineTests
{
    private static readonly WakesSetup Setup = new() { Agents = 300, Blocks = 800, WarmUpBlocks = 100, Seed = 5, RehearsalSeconds = 0 };

    [Fact]
    public void Not_a_rao_is_lost() => LoopEngine.Run(Setup).ConservationErrorRao.ShouldBe(0ul);

    [Fact]
    public void The_same_seed_gives_the_same_state_and_another_seed_another()
    {
        var hash = LoopEngine.Run(Setup).StateHash;
        LoopEngine.Run(Setup).StateHash.ShouldBe(hash);
        LoopEngine.Run(Setup with { RehearsalSeconds = 0.1 }).StateHash.ShouldBe(hash);
        LoopEngine.Run(Setup with { Seed = 6 }).StateHash.ShouldNotBe(hash, StringComparer.Ordinal);
    }

    [Fact]
    public void Where_the_clock_is_started_does_not_change_the_history() =>
        LoopEngine.Run(Setup with { WarmUpBlocks = 0, Blocks = 900 }).StateHash.ShouldBe(LoopEngine.Run(Setup).StateHash);

    [Fact]
    public void Agents_wake_about_every_twelve_blocks_and_mostly_order()
    {
        var report = LoopEngine.Run(Setup);
        ((double)Setup.Agents * Setup.Blocks / report.Wakes).ShouldBe(12.5, 0.3);
        var orders = (report.Messages - report.Wakes) / 2;
        ((double)orders / report.Wakes).ShouldBeInRange(0.78, 0.90);
        report.Swaps.ShouldBeLessThanOrEqualTo(orders);
        report.Payments.ShouldBe(2 * 300 * 8); // two tempos fall into blocks 101 to 900
    }
}
