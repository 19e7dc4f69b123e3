using Dtao.Agents.Benchmarks;
using Shouldly;

namespace Dtao.Agents.Tests.Benchmarks;

public class GapWheelTests
{
    [Fact]
    public void Agents_come_round_after_their_gap_and_once()
    {
        var wheel = new GapWheel();
        wheel.Add(agent: 1, gap: 1);
        wheel.Add(agent: 2, gap: 511);
        wheel.Turn().ToArray().ShouldBe([1]);
        for (var block = 2; block < 511; block++) wheel.Turn().Length.ShouldBe(0);
        wheel.Turn().ToArray().ShouldBe([2]);
        for (var block = 512; block < 1100; block++) wheel.Turn().Length.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(512)]
    public void A_gap_outside_the_ring_is_refused(int gap) => Should.Throw<ArgumentOutOfRangeException>(() => new GapWheel().Add(1, gap));
}
