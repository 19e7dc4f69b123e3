using System.Collections.Immutable;
using System.Text.Json;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Summaries;

namespace Dtao.Records.Tests.Summaries;

public sealed class RunSummaryTests
{
    private static readonly RunManifest Manifest = new(
        Some.Identity,
        new RunProgress(Some.FirstBlock, Some.FirstBlock + 7_200, "8a5cea", Tao.Of(1), new RunCounts(7_200, 2_000, 1_234, 1, 8, 0, 10)),
        Wall: null);

    private static readonly RunSummary Summary = RunSummary.Of(
        Manifest,
        View((1, 0.1, 0), (2, 0.2, 0), (3, 0.3, 0), (4, 0, 0)),
        View((1, 0.15, 3), (2, 0.2, 1), (3, 0.15, 0), (4, 1, 0), (5, 1, 0)),
        Returns(agent => agent.Cohort),
        Returns(agent => agent.Strategy));

    [Fact]
    public void A_summary_reads_in_a_dozen_plain_lines() => Assert.Equal(
        [
            "small: 7,200 blocks (1.0 days), 1,234 trades, 1 refusal, 8 postings, 0 faults",
            "Sum of prices: 0.6 -> 2.5 TAO/alpha (+316.7 %)",
            "Up: SN1 0.1 -> 0.15 (+50.0 %)",
            "Down: SN3 0.3 -> 0.15 (-50.0 %)",
            "Emission: the top ten of 5 subnets take 100.0 %, HHI 0.625, Gini 0.70",
            "Cohort herd (2 agents): median return +20.0 %, middle half +10.0 % to +30.0 %",
            "Cohort calm (1 agent): median return -10.0 %, middle half -10.0 % to -10.0 %",
            "Strategy momentum (1 agent): median return +10.0 %, middle half +10.0 % to +10.0 %",
            "Strategy hold (2 agents): median return +10.0 %, middle half -10.0 % to +30.0 %",
            "Every law held: no rao made, none lost. State hash 8a5cea",
        ],
        SummaryText.Lines(Summary).ToArray());

    [Fact]
    public void Where_each_cohort_has_a_strategy_of_its_own_nothing_is_said_twice() =>
        Assert.DoesNotContain(SummaryText.Lines(Summary with { Strategies = Summary.Cohorts }), line => line.StartsWith("Strategy", StringComparison.Ordinal));

    [Fact]
    public void Prices_taken_later_than_at_the_start_say_so() =>
        Assert.StartsWith("Sum of prices since day 1: 0.6", SummaryText.Lines(Summary with { FromDay = 1 })[1]);

    [Fact]
    public void A_broken_law_is_said_loudly() =>
        Assert.Equal("A LAW BROKE: SN28: alpha held is 1 rao.", SummaryText.Lines(Summary with { BrokenLaw = "SN28: alpha held is 1 rao." })[^1]);

    [Fact]
    public void Of_many_groups_the_best_three_and_the_last_are_told()
    {
        var groups = Enumerable.Range(0, 6).Select(i => new GroupReturn($"g{i}", 1, -i, -i, -i, -i, -i)).ToImmutableArray();
        var lines = SummaryText.Lines(Summary with { Cohorts = groups, Strategies = [] });
        Assert.Equal(4, lines.Count(line => line.StartsWith("Cohort", StringComparison.Ordinal)));
        Assert.Contains("Cohort g5 came last of 6: -500.0 %", lines);
    }

    [Fact]
    public void Json_says_the_same()
    {
        var json = JsonDocument.Parse(Summary.ToJson()).RootElement;
        Assert.Equal(0.625, json.GetProperty("emission").GetProperty("hhi").GetDouble(), 12);
        Assert.Equal("herd", json.GetProperty("cohorts")[0].GetProperty("name").GetString());
        Assert.Equal(1_234, json.GetProperty("counts").GetProperty("trades").GetInt64());
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void The_users_culture_changes_no_letter(string culture)
    {
        var (text, json) = (SummaryText.Lines(Summary).ToArray(), Summary.ToJson());
        Culture.In(culture, () =>
        {
            Assert.Equal(text, SummaryText.Lines(Summary).ToArray());
            Assert.Equal(json, Summary.ToJson());
        });
    }

    [Fact]
    public void A_run_without_subnets_or_agents_has_a_summary_too()
    {
        var nothing = RunSummary.Of(Manifest, View(), View(), [], []);
        Assert.Equal("Sum of prices: 0 -> 0 TAO/alpha", SummaryText.Lines(nothing)[1]);
        Assert.Equal("Up: none", SummaryText.Lines(nothing)[2]);
        JsonDocument.Parse(nothing.ToJson());
    }

    private static ImmutableArray<GroupReturn> Returns(Func<RunAgent, string> group) => GroupReturn.By(
        group,
        [Agent(1, "calm", "hold"), Agent(2, "herd", "momentum"), Agent(3, "herd", "hold"), Agent(4, "herd", "hold")],
        [Worth(1, 100), Worth(2, 100), Worth(3, 100), Worth(4, 0)],
        [Worth(1, 90), Worth(2, 110), Worth(3, 130), Worth(4, 50)]);

    private static RunAgent Agent(int account, string cohort, string strategy) => new(new AccountId(account), $"{cohort}-{account}", cohort, "speculator", strategy);

    private static AgentWealth Worth(int account, int tao) => new(new AccountId(account), Tao.Of(tao), Tao.Of(tao));

    private static MarketView View(params (int Netuid, double Price, int EmissionTao)[] subnets) => new(
        Some.FirstBlock,
        [.. subnets.Select(subnet => Some.Quote(subnet.Netuid, subnet.Price, Tao.Of(subnet.EmissionTao)))],
        Tao.Zero,
        Tao.Zero);
}
