using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Sensing;

/// <summary>Subnet 1 with a tempo of 360 has epochs at blocks 358, 719, 1080.</summary>
public class EpochsTests
{
    private static readonly SubnetQuote Quote = Some.Quote(1, 0.01);

    [Theory]
    [InlineData(100, 0, 358)]
    [InlineData(357, 0, 358)]
    [InlineData(358, 0, 719)] // after, not at
    [InlineData(100, 3, 355)]
    [InlineData(355, 3, 716)]
    [InlineData(357, -1, 359)]
    [InlineData(358, -1, 359)]
    [InlineData(359, -1, 720)]
    public void The_next_block_that_lies_so_long_before_an_epoch(long now, long lead, long expected) =>
        Epochs.Before(Quote, new Block(now), lead).ShouldBe(new Block(expected));

    [Fact]
    public void A_subnet_without_a_tempo_has_no_epochs() => Epochs.Before(Quote with { TempoBlocks = 0 }, new Block(100), 0).ShouldBeNull();

    [Theory]
    [InlineData(355, true)]
    [InlineData(356, false)]
    [InlineData(716, true)]
    public void Whether_now_is_such_a_block(long now, bool isIt) => Epochs.IsBefore(Quote, new Block(now), lead: 3).ShouldBe(isIt);
}
