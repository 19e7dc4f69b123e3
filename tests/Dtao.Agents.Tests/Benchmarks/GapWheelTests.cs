using Dtao.Agents.Benchmarks;

namespace Dtao.Agents.Tests.Benchmarks;

public class GapWheelTests
{
    [Fact]
    public void Agents_come_round_after_their_gap_and_once()
    {
        var wheel = new GapWheel();
        wheel.Add(agent: 1, gap: 1);
        wheel.Add(agent: 2, gap: 511);
        Assert.Equal([1], wheel.Turn().ToArray());
        for (var block = 2; block < 511; block++) Assert.Equal(0, wheel.Turn().Length);
        Assert.Equal([2], wheel.Turn().ToArray());
        for (var block = 512; block < 1100; block++) Assert.Equal(0, wheel.Turn().Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(512)]
    public void A_gap_outside_the_ring_is_refused(int gap) => Assert.Throws<ArgumentOutOfRangeException>(() => new GapWheel().Add(1, gap));
}
