using Dtao.Protocol.Units;

namespace Dtao.Records.Tests.Events;

public sealed class SimulatedTimeTests
{
    [Theory]
    [InlineData(0, "2025-02-13T21:43:00Z")]
    [InlineData(1, "2025-02-13T21:43:12Z")]
    [InlineData(-1, "2025-02-13T21:42:48Z")]
    [InlineData(7_200, "2025-02-14T21:43:00Z")]
    [InlineData(100_000_000, "2063-02-23T19:03:00Z")]
    public void A_block_takes_twelve_seconds(long after, string time) =>
        Assert.Equal(DateTimeOffset.Parse(time, null), Some.Time.At(Some.FirstBlock + after));

    [Fact]
    public void A_start_given_in_another_zone_is_the_same_instant() =>
        Assert.Equal(TimeSpan.Zero, (Some.Time with { FirstBlockTime = Some.Time.FirstBlockTime.ToOffset(TimeSpan.FromHours(9)) }).At(new Block(1)).Offset);
}
