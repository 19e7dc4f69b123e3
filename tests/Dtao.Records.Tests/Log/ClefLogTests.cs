using System.Text;
using System.Text.Json;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Log;
using Dtao.Records.Recording;

namespace Dtao.Records.Tests.Log;

public sealed class ClefLogTests
{
    /// <summary>What someone might call an agent to break out of a line, a quote or a terminal.</summary>
    public static TheoryData<string> HostileNames => new(
        "a\nb", "a\r\nb", "a\u2028b\u2029c", "a\u0085b", "\"},{\"Ev\":\"Staked\"", "\\", "\u001b[2J", "\0", "\u007f\u009b31m", "\u202eabc", "\ud800", "{Agent}",
        "@t", "näme 中文 🦊", "<script>", "'; DROP TABLE agents; --", "");

    [Fact]
    public void A_fill_reads_like_the_documented_line()
    {
        var (herd, meme) = (new AccountId(3), new NetUid(28));
        var command = new Stake(herd, meme, herd, new Tao(125_000_000_000));
        var staked = new Staked(herd, meme, herd, new Tao(125_000_000_000), new Tao(50_000), new Alpha(8_712_300_000_000), 1, Partial: false);
        var told = RunEvent.EndOf(EventId.Order(39), EventId.Event(41), new Block(5_003_952), new Settled(command, staked));
        Assert.Equal(
            """
            {"@t":"2025-02-25T12:23:12.000Z","@mt":"{Agent} bought {Alpha} of SN{Netuid}","Ev":"Staked","id":"e41","cause":"o39","root":"o39",
            "Block":5003952,"Netuid":28,"Agent":"herd-3","Alpha":8712.3,"alpha_rao":"8712300000000","tao_rao":"125000000000"}
            """.ReplaceLineEndings(""),
            Assert.Single(LinesOf(LogTopics.NarrativeOnly, told)));
    }

    [Fact]
    public void A_vote_is_a_decision_with_words_of_its_own_and_no_trade()
    {
        var (voter, meme) = (new AccountId(3), new NetUid(28));
        var command = new SetWeights(voter, meme, [new Link(4, 100), new Link(5, 300)]);
        var told = RunEvent.EndOf(EventId.Order(39), EventId.Event(41), new Block(5_003_952), new Settled(command, new WeightsSet(voter, meme, 0, command.Weights)));
        Assert.Empty(LinesOf(LogTopics.All with { Decisions = false }, told));
        var lines = LinesOf(LogTopics.All, told);
        Assert.Contains("\"@mt\":\"{Agent} asks to weigh {Miners} miners of SN{Netuid}\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"Ev\":\"WeightsSet\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"Miners\":2", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void No_name_can_break_a_line(string name)
    {
        using var root = new TemporaryFolder();
        var run = new SmallRun(blocks: 60, name: i => name + i);
        var bytes = File.ReadAllBytes(Path.Combine(run.Record(root), "events.clef"));
        Assert.DoesNotContain(bytes, b => b is < 0x20 and not (byte)'\n' or > 0x7e);
        var lines = Encoding.ASCII.GetString(bytes).Split('\n');
        Assert.Equal("", lines[^1]);
        foreach (var line in lines[..^1])
        {
            using var json = JsonDocument.Parse(line);
            Assert.StartsWith("{\"@t\":\"2025-02-13T", line, StringComparison.Ordinal);
            if (json.RootElement.TryGetProperty("Agent", out var agent)) Assert.StartsWith(WellFormed(name), agent.GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void An_error_or_a_topic_breaks_no_line_either(string text)
    {
        var lines = LinesOf(
            LogTopics.All,
            RunEvent.First(EventId.Event(1), new Block(1), new AgentFaulted(new AccountId(3), text)),
            RunEvent.First(EventId.Event(2), new Block(1), new Posted(new AccountId(3), Some.Meme, text, double.NaN)));
        Assert.Equal(2, lines.Length);
        Assert.Equal(WellFormed(text), JsonDocument.Parse(lines[0]).RootElement.GetProperty("Error").GetString());
        Assert.Equal("NaN", JsonDocument.Parse(lines[1]).RootElement.GetProperty("Value").GetString());
    }

    [Fact]
    public void Amounts_above_what_a_double_holds_keep_every_rao()
    {
        var halved = RunEvent.First(EventId.Event(1), new Block(1), new ChainFact(new EmissionHalved(new Tao(20_999_999_999_999_999))));
        Assert.Contains("\"tao_rao\":\"20999999999999999\"", Assert.Single(LinesOf(LogTopics.NarrativeOnly, halved)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, false, false, "AgentFaulted CapBegan RunEnded RunStarted Staked")]
    [InlineData(false, true, false, false, "Moved Redelegated Staked Unstaked")]
    [InlineData(false, false, true, false, "Deposited Ordered Posted Refused UsefulnessReported Withdrawn")]
    [InlineData(false, false, false, true, "EpochDrained")]
    [InlineData(false, false, false, false, "")]
    public void A_topic_logs_its_own_kinds(bool narrative, bool trades, bool decisions, bool epochs, string kinds)
    {
        using var root = new TemporaryFolder();
        var path = new SmallRun(topics: new LogTopics(narrative, trades, decisions, epochs)).Record(root);
        Assert.Equal(kinds, string.Join(' ', Dtao.Records.Reading.RunReader.Open(path).Events().Select(told => told.Kind).Distinct().Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("PayForHolding", 1)]
    [InlineData("PayForSelling", 1)]
    [InlineData("StakeShare", 1)]
    [InlineData("Holding", 0)]
    [InlineData("News", 0)]
    public void What_a_subnet_is_said_to_pay_for_makes_the_narrative(string topic, int lines) =>
        Assert.Equal(lines, LinesOf(LogTopics.NarrativeOnly, RunEvent.First(EventId.Event(1), new Block(1), new Posted(new AccountId(3), Some.Meme, topic, 1))).Length);

    [Fact]
    public void A_fill_makes_the_narrative_from_the_notable_share_on()
    {
        Assert.Empty(LinesOf(LogTopics.NarrativeOnly, Buy(Tao.Of(19.999999999m))));
        Assert.Single(LinesOf(LogTopics.NarrativeOnly, Buy(Tao.Of(20))));
    }

    [Fact]
    public void Every_cause_and_root_in_the_log_stands_in_it_before()
    {
        using var root = new TemporaryFolder();
        var known = new HashSet<EventId>();
        foreach (var told in Dtao.Records.Reading.RunReader.Open(new SmallRun().Record(root)).Events())
        {
            known.Add(told.Id);
            Assert.True(told.Cause.IsNone || known.Contains(told.Cause), $"{told.Id}: no {told.Cause}");
            Assert.Contains(told.Root, known);
        }
    }

    [Fact]
    public void An_order_that_was_prompted_names_what_prompted_it()
    {
        var (herd, heard, order) = (new AccountId(3), EventId.Event(7), EventId.Order(1));
        var refused = new Refused(new Stake(herd, Some.Meme, herd, Tao.Of(1)), Refusal.InsufficientTao);
        var lines = LinesOf(LogTopics.All, new RunEvent(EventId.Event(8), order, heard, new Block(1), new Settled(refused.Command, refused, heard)));
        Assert.Contains("\"id\":\"o1\",\"cause\":\"e7\",\"root\":\"e7\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"id\":\"e8\",\"cause\":\"o1\",\"root\":\"e7\"", lines[1], StringComparison.Ordinal);
    }

    private static RunEvent Buy(Tao paid)
    {
        var herd = new AccountId(3);
        var staked = new Staked(herd, Some.Meme, herd, paid, new Tao(50_000), Alpha.Of(1), 1, Partial: false);
        return RunEvent.EndOf(EventId.Order(1), EventId.Event(1), new Block(1), new Settled(new Stake(herd, Some.Meme, herd, paid), staked));
    }

    /// <summary>JSON cannot hold half a surrogate pair; it becomes a replacement character.</summary>
    private static string WellFormed(string text) => text.Replace('\ud800', '\ufffd');

    private static string[] LinesOf(LogTopics topics, params RunEvent[] told)
    {
        using var root = new TemporaryFolder();
        using var recorder = RunRecorder.Start(RunFolder.Create(root, "lines"), Some.Plan(Some.Ledger(), topics));
        recorder.Post(new BlockBatch(told[0].Block, [.. told]));
        recorder.Complete(new RunEnding("00", [], []));
        return File.ReadAllLines(Path.Combine(root, "lines", "events.clef"));
    }
}
