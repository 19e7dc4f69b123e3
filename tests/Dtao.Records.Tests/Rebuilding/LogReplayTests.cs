using Dtao.Records.Reading;
using Dtao.Records.Rebuilding;

namespace Dtao.Records.Tests.Rebuilding;

public sealed class LogReplayTests : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly SmallRun run = new(blocks: 380);
    private readonly ClefEvent[] log;

    public LogReplayTests() => log = [.. RunReader.Open(run.Record(root)).Events()];

    [Fact]
    public void The_last_state_comes_from_the_log_alone()
    {
        var replayed = LogReplay.Of(log);
        Assert.Equal((run.Ending.HashHead, Some.FirstBlock + 380), (replayed.HashHead, replayed.LastBlock));
        Assert.Equal(run.State.TotalFree, replayed.Ledger.State.TotalFree);
        Assert.Equal(run.State.Accounts.Select(account => account.Free), replayed.Ledger.State.Accounts.Select(account => account.Free));
        Assert.Equal(run.State[Some.Meme].Pool, replayed.Ledger.State[Some.Meme].Pool);
    }

    [Fact]
    public void No_line_can_be_missing()
    {
        for (var missing = 0; missing < log.Length; missing++)
        {
            var left = log.Where((_, i) => i != missing);
            Assert.True(IsRefused(left), $"Nobody missed {log[missing].Id}, {log[missing].Kind}.");
        }
    }

    [Fact]
    public void No_two_lines_can_change_places()
    {
        for (var first = 0; first + 1 < log.Length; first += 7)
        {
            var changed = log.ToArray();
            (changed[first], changed[first + 1]) = (changed[first + 1], changed[first]);
            Assert.True(IsRefused(changed), $"Nobody minded {log[first].Id} behind {log[first + 1].Id}.");
        }
    }

    [Theory]
    [InlineData("Ordered", "\"tao_rao\":\"500000000\"", "\"tao_rao\":\"500000001\"")]
    [InlineData("Staked", "\"alpha_rao\":\"", "\"alpha_rao\":\"1")]
    [InlineData("EpochDrained", "\"dividends_rao\":\"", "\"dividends_rao\":\"1")]
    [InlineData("RunEnded", "\"HashHead\":\"", "\"HashHead\":\"0")]
    public void No_amount_can_be_another(string kind, string told, string other)
    {
        var place = Array.FindIndex(log, line => line.Kind == kind && line.Properties.GetRawText().Contains(told, StringComparison.Ordinal));
        var text = log[place].Properties.GetRawText();
        var changed = log.ToArray();
        changed[place] = ClefEvent.Read(text.Replace(told, other, StringComparison.Ordinal));
        Assert.True(IsRefused(changed));
    }

    [Fact]
    public void A_log_without_its_opening_ledger_gives_no_state()
    {
        var path = new SmallRun(blocks: 3, topics: Dtao.Records.Log.LogTopics.All with { Ledger = false }).Record(root, name: "bare");
        Assert.Contains("record.topics", Assert.Throws<InvalidDataException>(() => LogReplay.Of(RunReader.Open(path).Events())).Message, StringComparison.Ordinal);
    }

    public void Dispose() => root.Dispose();

    private static bool IsRefused(IEnumerable<ClefEvent> lines)
    {
        try
        {
            LogReplay.Of(lines);
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
