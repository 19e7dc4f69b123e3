using Dtao.Records.Measuring.Capture;

namespace Dtao.Records.Tests.Measuring.Capture;

/// <summary>Twelve subnets, so that two of them are a tenth, sampled twice a day. The last is a meme, the others do work and get 1 each.</summary>
public sealed class Episodes_of_capture
{
    private const int HalfDay = 3_600;

    // A figure is what the meme subnet gets at a sample; from and to in half days.
    [Theory]
    [InlineData("0099900000", "2-5 ended")]
    [InlineData("0090000000", "")] // half a day is none
    [InlineData("0099000000", "2-4 ended")] // a whole day is
    [InlineData("0099909990", "2-9 lasting")] // half a day out of it does not end it, and the end comes too soon to tell
    [InlineData("9900990000", "0-2 ended, 4-6 ended")] // a day does
    [InlineData("0000000999", "7-9 lasting")]
    [InlineData("1111111111", "")] // as much as everybody else
    [InlineData("0000000000", "")]
    public void begin_and_end_by_the_day(string emission, string expected) => Assert.Equal(expected, Told(CaptureEpisode.In(Samples(emission))));

    [Fact]
    public void are_none_of_those_who_do_work_or_of_nobody_s() =>
        Assert.Empty(CaptureEpisode.In([.. Samples("9999999999").Select(sample => sample with { Subnets = [.. sample.Subnets.Select(subnet => subnet with { Kind = subnet.Netuid == 12 ? "" : "ai" })] })]));

    [Fact]
    public void need_a_place_among_the_first_tenth()
    {
        var third = Samples("5555555555").Select(sample => sample with { Subnets = [.. sample.Subnets.Select(subnet => subnet.Netuid is 1 or 2 ? subnet with { Emission = 7 } : subnet)] });
        Assert.Empty(CaptureEpisode.In([.. third]));
        Assert.Equal([1, 2], CaptureEpisode.Top(third.First()).Select(subnet => subnet.Netuid));
    }

    [Fact]
    public void end_with_the_subnet() =>
        Assert.Equal("0-4 ended", Told(CaptureEpisode.In([.. Samples("9999999999").Select((sample, at) => at < 4 ? sample : sample with { Subnets = [.. sample.Subnets.Take(11)] })])));

    private static KindSample[] Samples(string emission) =>
    [
        .. emission.Select((figure, at) => new KindSample(
            at * HalfDay,
            [.. Enumerable.Range(1, 12).Select(netuid => new SampledSubnet(netuid, netuid == 12 ? "meme" : "ai", netuid == 12 ? figure - '0' : 1, 0.1, double.NaN, double.NaN))])),
    ];

    private static string Told(IEnumerable<CaptureEpisode> episodes) =>
        string.Join(", ", episodes.Select(episode => FormattableString.Invariant($"{episode.From / HalfDay}-{episode.To / HalfDay} {(episode.Ended ? "ended" : "lasting")}")));
}
