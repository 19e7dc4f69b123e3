using System.Collections.Immutable;
using System.Text.Json;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Registration;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Records.Recording;

namespace Dtao.Records.Tests.Database;

public sealed class RegistrationTests : IDisposable
{
    private static readonly AccountId Calm = new(2), Herd = new(3);

    private readonly TemporaryFolder root = new();

    [Fact]
    public void A_place_on_a_subnet_is_a_row_and_no_trade()
    {
        var read = Record(
            (new RegisterNeuron(Calm, Some.Apex), new NeuronRegistered(Calm, Some.Apex, Uid: 1, new Tao(700), new Alpha(7), Replaced: null)),
            (new RegisterNeuron(Herd, Some.Apex), new NeuronRegistered(Herd, Some.Apex, Uid: 1, new Tao(800), new Alpha(8), Replaced: Calm)));
        Assert.Equal(700L, read.Scalar("SELECT tao_rao FROM registrations WHERE netuid = 1 AND account = 2 AND uid = 1 AND replaced IS NULL"));
        Assert.Equal(800L, read.Scalar("SELECT tao_rao FROM registrations WHERE account = 3 AND replaced = 2"));
        Assert.Equal(0L, read.Scalar("SELECT count(*) FROM trades"));
        Assert.Equal(0L, read.Manifest()!.Progress.Counts.Trades);
    }

    [Fact]
    public void A_place_reads_with_its_price_and_whoever_lost_it()
    {
        var path = Record((new RegisterNeuron(Herd, Some.Apex), new NeuronRegistered(Herd, Some.Apex, Uid: 1, Tao.Of(2), new Alpha(8), Replaced: Calm))).Path;
        var lines = File.ReadAllText(Path.Combine(path, "events.clef"));
        Assert.Contains("{Agent} asks for a place on SN{Netuid}", lines, StringComparison.Ordinal);
        Assert.Contains("{Agent} took uid {Uid} of SN{Netuid} from {Replaced} for {Tao} TAO", lines, StringComparison.Ordinal);
        Assert.Contains("\"Replaced\":\"calm-2\"", lines, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_subnet_and_a_sold_one_make_the_narrative_with_words_for_every_order()
    {
        var opened = NewPool.Of(Tao.Of(20), Tao.Of(1));
        var read = Record(
            (new RegisterSubnet(Calm), new SubnetRegistered(Calm, new NetUid(2), Tao.Of(20), opened)),
            (new OfferSubnet(Calm, Some.Meme, Tao.Of(30)), new SubnetOffered(Calm, Some.Meme, Tao.Of(30))),
            (new BuySubnet(Herd, Some.Meme, Tao.Of(40)), new SubnetSold(Herd, Some.Meme, Calm, Tao.Of(30))),
            (new OfferSubnet(Herd, Some.Meme, Ask: null), new SubnetOffered(Herd, Some.Meme, Ask: null)),
            (new SetChildren(Calm, Some.Meme, [new Kin(Herd, 1)]), new ChildrenScheduled(Calm, Some.Meme, [new Kin(Herd, 1)], new Block(9))),
            (new SetChildTake(Herd, Some.Meme, 13_107), new ChildTakeSet(Herd, Some.Meme, 13_107)),
            (new RegisterSubnet(Herd), new Refused(new RegisterSubnet(Herd), Refusal.SubnetsTooSoon)));
        Assert.Equal("calm-2 registered SN2 for 20 TAO", read.Scalar("SELECT text FROM events WHERE kind = 'SubnetRegistered' AND netuid = 2"));
        Assert.Equal("herd-3 bought SN28 from calm-2 for 30 TAO", read.Scalar("SELECT text FROM events WHERE kind = 'SubnetSold'"));
        Assert.Equal(20_000_000_000L, read.Scalar("SELECT tao_rao FROM registrations WHERE netuid = 2 AND uid = 0"));
        Assert.Equal(0L, read.Manifest()!.Progress.Counts.Trades);
        var said = File.ReadLines(Path.Combine(read.Path, "events.clef")).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => line.GetProperty("Ev").GetString() == "Ordered" ? line.GetProperty("Order").GetString() : line.GetProperty("Ev").GetString());
        Assert.Equal(
            ["RegisterSubnet", "SubnetRegistered", "OfferSubnet", "SubnetOffered", "BuySubnet", "SubnetSold", "OfferSubnet", "SubnetOffered",
             "SetChildren", "ChildrenScheduled", "SetChildTake", "ChildTakeSet", "RegisterSubnet", "Refused"], said);
    }

    public void Dispose() => root.Dispose();

    private RunReader Record(params (LedgerCommand Command, Outcome Outcome)[] settled)
    {
        var ledger = Some.Ledger();
        var folder = RunFolder.Create(root, "small", replace: false);
        using var recorder = RunRecorder.Start(folder, Some.Plan(ledger));
        var block = Some.FirstBlock + 1;
        ImmutableArray<RunEvent> events = [.. settled.Select((s, i) =>
            RunEvent.EndOf(EventId.Order(i + 1), EventId.Event(i + 1), block, new Settled(s.Command, s.Outcome)))];
        recorder.Post(new BlockBatch(block, events));
        recorder.Complete(new RunEnding(ledger.HashHead, Some.WealthOf(ledger.State), []));
        return RunReader.Open(folder.Path);
    }
}
