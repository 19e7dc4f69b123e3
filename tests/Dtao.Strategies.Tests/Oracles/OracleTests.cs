using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Oracles;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Oracles;

public class OracleTests
{
    private const long Start = 100_000, Day = Block.PerDay;

    private static Oracle Measuring(params string[] settings) => Configured.Strategy<Oracle>(["pause = 1 day", "lag = 2 days", "noise = 0", "stale = 3 days", .. settings]);

    private static Heard Output(long day, double worth) => Some.Heard(1, Topic.Output, worth) with { Posted = new Block(Start + day * Day) };

    private static ReportUsefulness[] Reports(Oracle oracle, long day, params Heard[] heard) =>
        [.. oracle.Decide(Some.Sight(Start + day * Day, [Some.Quote(1, 0.01), Some.Quote(2, 0.01)], heard: heard), Some.Dice(day + 1)).Commands.Cast<ReportUsefulness>()];

    private static double? Worth(ReportUsefulness[] reports) => reports.SingleOrDefault(report => report.Netuid == Some.Subnet(1))?.ADay.Tokens;

    [Fact]
    public void It_reports_what_it_heard_after_the_lag_and_of_that_the_newest()
    {
        var oracle = Measuring();
        Worth(Reports(oracle, 0, Output(0, 10))).ShouldBeNull();
        Worth(Reports(oracle, 1, Output(1, 20))).ShouldBeNull();
        Worth(Reports(oracle, 2)).ShouldBe(10);
        Worth(Reports(oracle, 3)).ShouldBe(20);
    }

    [Fact]
    public void Of_who_tells_nothing_it_says_nothing() => Reports(Measuring("lag = 0 blocks"), 1, Output(1, 10)).ShouldAllBe(report => report.Netuid == Some.Subnet(1));

    [Fact]
    public void What_nobody_tells_again_counts_for_nothing_once_it_is_stale()
    {
        var oracle = Measuring();
        Reports(oracle, 0, Output(0, 10));
        Worth(Reports(oracle, 4)).ShouldBe(10);
        Worth(Reports(oracle, 5)).ShouldBe(0);
        Reports(oracle, 6).ShouldBeEmpty(); // said once
    }

    [Fact]
    public void It_errs_by_the_knob_and_not_to_one_side()
    {
        var logs = Enumerable.Range(0, 2000).Select(i =>
        {
            var oracle = Measuring("lag = 0 blocks", "noise = 0.5");
            return Math.Log(oracle.Decide(Some.Sight(Start, [Some.Quote(1, 0.01)], heard: Output(0, 10)), Some.Dice(i)).Commands.Cast<ReportUsefulness>().Single().ADay.Tokens / 10);
        }).ToArray();
        logs.Average().ShouldBe(0, tolerance: 0.045);
        Math.Sqrt(logs.Average(log => log * log)).ShouldBe(0.5, tolerance: 0.032);
    }

    [Fact]
    public void Between_reports_it_listens()
    {
        var oracle = Measuring("lag = 0 blocks");
        Reports(oracle, 0);
        var intent = oracle.Decide(Some.Sight(Start + 100, [Some.Quote(1, 0.01)], heard: Output(0, 10)), Some.Dice());
        intent.Commands.ShouldBeEmpty();
        intent.Conditions.ShouldBe([When.At(new Block(Start + Day)), When.Post(Topic.Output)]);
    }
}
