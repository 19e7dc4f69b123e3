using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Records.Recording;
using Dtao.Records.Validation;

namespace Dtao.Records.Tests.Validation;

/// <summary>Runs whose prices are written by hand: the market stands still, and the tape of the meme subnet says what a test wants.</summary>
internal static class SomeEvidence
{
    public const int Day = (int)Block.PerDay;

    /// <summary>Records a run of so many days and opens it.</summary>
    /// <param name="prices">Blocks since genesis, and the meme subnet's price from there on. The other subnet stays at 0.1.</param>
    /// <param name="posts">Blocks since genesis, who, topic and value.</param>
    public static Evidence Of(string root, int days, IEnumerable<(int Block, double Price)> prices, params (int Block, int By, string Topic, double Value)[] posts)
    {
        var ledger = Some.Ledger();
        var plan = Some.Plan(ledger) with { Agents = [.. Some.Agents().Select(agent => agent with { Role = agent.Account.Index switch { 1 => "foundation", 2 => "speculator", _ => "owner" } })] };
        var folder = RunFolder.Create(root, "written", replace: false);
        using (var recorder = RunRecorder.Start(folder, plan))
        {
            foreach (var (block, price) in prices) recorder.Post(new BlockBatch(Some.FirstBlock + block, [], Prices: Ticks(price)));
            foreach (var (block, by, topic, value) in posts) recorder.Post(new BlockBatch(Some.FirstBlock + block, [Posting(block, by, topic, value)]));
            for (var hour = 1; hour <= days * 24; hour++) recorder.Post(new BlockBatch(Some.FirstBlock + hour * Block.PerHour, [], At(plan.Opening, hour * Block.PerHour)));
            recorder.Complete(new RunEnding("00", [], AccountHolding.AllOf(ledger.State)));
        }
        return Evidence.Of(RunReader.Open(folder.Path));
    }

    private static BlockSample At(BlockSample opening, int blocks) => opening with { Market = opening.Market with { Block = Some.FirstBlock + blocks } };

    private static System.Collections.Immutable.ImmutableArray<PriceTick> Ticks(double price) => [new PriceTick(Some.Apex, 0.1), new PriceTick(Some.Meme, price)];

    private static RunEvent Posting(int block, int by, string topic, double value) =>
        RunEvent.First(EventId.Event(block), Some.FirstBlock + block, new Posted(new AccountId(by), Some.Meme, topic, value));
}
