using System.Text.Json;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Log;
using Dtao.Records.Queries;
using Dtao.Records.Reading;
using Dtao.Records.Rebuilding;
using Dtao.Records.Recording;
using Dtao.Records.Tests.Events;

namespace Dtao.Records.Tests.Database;

/// <summary>Account 2 takes a seat from account 3, and gives a quarter to root, the rest to the meme subnet.</summary>
public sealed class Votes_of_root_validators : IDisposable
{
    private static readonly AccountId Voter = new(2), Loser = new(3);
    private static readonly SetRootWeights Order = new(Voter, [new RootWeight(NetUid.Root, 1), new RootWeight(Some.Meme, 3)]);

    private readonly TemporaryFolder root = new();

    public Votes_of_root_validators()
    {
        using var recorder = RunRecorder.Start(RunFolder.Create(root, "votes", replace: false), Some.Plan(Some.Ledger(), LogTopics.All));
        recorder.Post(new BlockBatch(Some.FirstBlock + 1, [
            End(1, new Settled(new TakeRootSeat(Voter), new RootSeatTaken(Voter, 5, Loser))),
            End(2, new Settled(Order, new RootWeightsSet(Voter, 5, [new RootWeight(NetUid.Root, 21845), new RootWeight(Some.Meme, 65535)]))),
        ]));
        recorder.Complete(new RunEnding("00", [], []));
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public void Are_rows_by_netuid_with_shares_of_the_vote() =>
        Assert.Equal(["2 0 0.25 e2", "2 28 0.75 e2"], Read().Query(
            "SELECT account, netuid, share, id FROM root_votes ORDER BY netuid", row => FormattableString.Invariant($"{row.GetInt64(0)} {row.GetInt64(1)} {row.GetDouble(2)} {row.GetString(3)}")));

    [Fact]
    public void Are_decisions_as_the_seats_are() =>
        Assert.Equal(["RootSeatTaken", "RootWeightsSet"], Read().Query("SELECT kind FROM decisions WHERE netuid = 0 ORDER BY rowid", row => row.GetString(0)));

    [Fact]
    public void Stand_in_the_log_as_the_schema_says_and_can_be_read_back()
    {
        var lines = Lines().Where(line => line.GetProperty("Ev").GetString() is "Ordered" or "RootSeatTaken" or "RootWeightsSet").ToArray();
        Assert.All(lines, SchemaSpec.Holds);
        Assert.Equal(["Ordered", "RootSeatTaken", "Ordered", "RootWeightsSet"], lines.Select(line => line.GetProperty("Ev").GetString()));
        Assert.Equal("0:21845 28:65535", lines[3].GetProperty("weights").GetString());
        Assert.Equal(new TakeRootSeat(Voter), LoggedOrder.Of(lines[0]));
        Assert.Equal(Order.Weights, Assert.IsType<SetRootWeights>(LoggedOrder.Of(lines[2])).Weights.ToArray());
    }

    [Fact]
    public void Are_summed_up_by_strategy_and_kind()
    {
        using var query = RunQuery.Ask(Read(), SavedQuery.Find("root-votes")!.Sql, new Dictionary<string, long>());
        var rows = query.Rows().Select(row => string.Join(' ', row.Skip(1).Take(2))).ToArray();
        Assert.Equal(["other 0.75", "root 0.25"], rows);
    }

    private static RunEvent End(int number, Settled settled) => RunEvent.EndOf(EventId.Order(number), EventId.Event(number), Some.FirstBlock + 1, settled);

    private IEnumerable<JsonElement> Lines() => File.ReadLines(Path.Combine(root, "votes", "events.clef")).Select(line => JsonDocument.Parse(line).RootElement.Clone());

    private RunReader Read() => RunReader.Open(Path.Combine(root, "votes"));
}
