using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Consensus;

/// <summary>Who has most to say in an epoch, worked by hand.</summary>
public sealed class The_sway_of_a_validator
{
    private static readonly ConsensusRules Rules = new() { KappaU16 = 32_767, BondsMovingAverageMillionths = 900_000, BondsPenaltyU16 = 0 };

    [Theory] // shares of 60 and 40 %; weights on the miners 2 and 3, over 65535
    [InlineData(65_535, 0, 0, 65_535, 1.0)]
    [InlineData(65_535, 0, 65_535, 0, 0.0)]
    [InlineData(30_000, 10_000, 10_000, 30_000, 0.5)] // three quarters against one
    [InlineData(10_000, 10_000, 65_535, 0, 0.5)]
    public void Is_its_share_of_the_active_stake_and_half_the_distance_to_the_others(ushort first, ushort second, ushort othersFirst, ushort othersSecond, double apart)
    {
        var sway = SwayOf([600, 400, 0, 0], [(2, first), (3, second)], [(2, othersFirst), (3, othersSecond)]);
        Assert.Equal(0, sway.Uid);
        Assert.Equal(0.6, sway.Share.ToDouble(), 6);
        Assert.Equal(apart, sway.Apart!.Value.ToDouble(), 6);
    }

    [Fact]
    public void Is_not_apart_from_others_who_set_no_weights()
    {
        Assert.Null(SwayOf([600, 400, 0, 0], [(2, 1)], []).Apart);
        Assert.Null(SwayOf([600, 400, 0, 0], [], [(2, 1)]).Apart);
    }

    [Fact]
    public void Is_nobodys_where_nobody_has_stake() => Assert.Equal(-1, SwayOf([0, 0, 0, 0], [(2, 1)], [(2, 1)]).Uid);

    private static Sway SwayOf(ulong[] stakes, (ushort Uid, ushort Weight)[] first, (ushort Uid, ushort Weight)[] second)
    {
        var neurons = stakes.Select((_, uid) => new Neuron(new AccountId(uid), new Block(0)) { HasPermit = uid < 2 }).ToArray();
        neurons[0].SetWeights([.. first.Where(link => link.Weight > 0).Select(link => new Link(link.Uid, link.Weight))], new Block(5));
        neurons[1].SetWeights([.. second.Where(link => link.Weight > 0).Select(link => new Link(link.Uid, link.Weight))], new Block(5));
        var input = new EpochInput(new Block(10), neurons, [.. stakes.Select(stake => I96F32.FromInteger(stake))], 1_000_000, 5_000, 64, Rules);
        return new YumaConsensus().Epoch(input).Sway;
    }
}
