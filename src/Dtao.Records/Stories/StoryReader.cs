using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Records.Panels;
using Dtao.Records.Reading;
using Dtao.Records.Validation;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Stories;

/// <summary>Reads the story of a takeover off a run's database.</summary>
public sealed class StoryReader
{
    /// <summary>Prices are looked at every so many blocks: the record's resolution.</summary>
    private const long Step = 10;

    /// <summary>How many traders are named.</summary>
    private const int Named = 4;

    /// <summary>TAO; who sells less sells what it was paid, as on any day.</summary>
    private const double NoDust = 1;

    /// <summary>Of miners' pay: when more than this goes to others than before, the subnet pays for something else.</summary>
    private const double Most = 0.5;

    private static readonly (string Name, long Blocks)[] Falls = [("12 min", 60), ("2.7 h", 810), ("24 h", Block.PerDay)];

    private readonly SqliteConnection run;
    private readonly RunPrices prices;
    private readonly Episode episode;
    private readonly Block start;
    private readonly FlowReader flows;
    private readonly ImmutableArray<StrongestValidator> epochs;

    private StoryReader(SqliteConnection run, RunPrices prices, Episode episode, Block start) =>
        (this.run, this.prices, this.episode, this.start, flows, epochs) =
            (run, prices, episode, start, new FlowReader(run, episode.Marks.Netuid), StrongestValidator.Of(run, episode.Marks.Netuid));

    private int Netuid => episode.Marks.Netuid;

    /// <summary>Null where no subnet was taken over.</summary>
    public static Story? Of(RunReader reader)
    {
        using var database = reader.OpenDatabase();
        return Of(database, new RunPrices(database), EpisodeMarks.Of(database));
    }

    internal static Story? Of(SqliteConnection database, RunPrices market, EpisodeMarks? found)
    {
        if (found is not { } marks || market.Of(marks.Netuid) is not { } series) return null;
        var (first, last) = database.Ask("SELECT min(block), max(block) FROM blocks", row => (new Block(row.GetInt64(0)), new Block(row.GetInt64(1)))).Single();
        return new StoryReader(database, market, new Episode(series, marks, last), first).Read();
    }

    private Story Read() => new(
        Netuid,
        ReadPurchase(),
        ReadPromise("PayForHolding", "owner", episode.Marks.Takeover),
        flows.Places(episode.Marks.Takeover, episode.Peak),
        flows.Trades(episode.Marks.Takeover, episode.Peak, "buy"),
        ReadPeak(),
        episode.Marks.Announcement is { } said ? ReadPromise("PayForSelling", "foundation", said) : null,
        Known(new RunChain(run).Kappa),
        [.. Falls.Where(fall => episode.Knows(FallsFrom, fall.Blocks)).Select(fall => ChangeOf(fall.Name, FallsFrom, FallsFrom + fall.Blocks))],
        LargestStep(),
        flows.Trades(episode.Peak + 1, episode.Trough, "sell"),
        episode.Trough < episode.End ? Rebound() : null,
        flows.Gains(episode.Marks.Takeover, episode.End, episode.Prices.At(episode.End)))
    {
        Buyers = flows.Largest(episode.Marks.Takeover, episode.Peak, "buy", Named),
        FirstSellers = flows.FirstSellers(FallsFrom, Later(episode.Trough, FallsFrom), NoDust, Named),
        Sellers = flows.Largest(FallsFrom, Later(episode.Trough, FallsFrom), "sell", Named),
        SoldUpon = ReadUpon(),
        KnowsPower = !epochs.IsEmpty,
        Power = epochs.Where(epoch => epoch.Block > episode.Marks.Takeover.Height).Take(1).Where(epoch => epoch.Share > new RunChain(run).Kappa).Select(CaptureIn).FirstOrDefault(),
        Turn = episode.Marks.Announcement is { } turned ? epochs.Where(epoch => epoch.Block > turned.Height && epoch.Block <= turned.Height + Block.PerDay && epoch.Moved >= Most).Select(CaptureIn).FirstOrDefault() : null,
    };

    /// <summary>The fall is counted from what was said; where nothing was, from the peak.</summary>
    private Block FallsFrom => episode.Marks.Announcement ?? episode.Peak;

    private Purchase? ReadPurchase() => run.Ask(
        "SELECT text, block, id FROM events WHERE kind = 'SubnetSold' AND netuid = $netuid AND block <= $by ORDER BY block DESC LIMIT 1",
        row => (Text: row.GetString(0), Block: new Block(row.GetInt64(1)), Id: row.GetString(2)), ("$netuid", Netuid), ("$by", episode.Marks.Takeover.Height)) is [var sold]
        ? new Purchase(sold.Text, DayOf(sold.Block), Known(episode.Prices.At(sold.Block)), RankAt(sold.Block), prices.At(sold.Block).Count, Backing.Of(sold.Block.Height, sold.Id))
        : null;

    private Promise ReadPromise(string topic, string role, Block at)
    {
        var (by, pays, id) = Posted(topic, role, at).First();
        var share = Posted("StakeShare", role, at).Select(post => ((double, string)?)(post.Value, post.Id)).FirstOrDefault();
        var next = run.Ask(
            "SELECT incentive_alpha_rao, id FROM epochs WHERE netuid = $netuid AND block > $block ORDER BY block LIMIT 1",
            row => (Alpha: row.GetInt64(0) / Rao.PerCoin, Id: row.GetString(1)), ("$netuid", Netuid), ("$block", at.Height));
        ImmutableArray<string> ids = [.. share is { } said ? [said.Item2] : Array.Empty<string>(), id, .. next.Select(epoch => epoch.Id)];
        return new Promise(by, DayOf(at), pays, share?.Item1, next is [var paid] ? paid.Alpha : null, Backing.Of(at.Height, ids));
    }

    private Capture CaptureIn(StrongestValidator epoch) => new(DayOf(new Block(epoch.Block)), epoch.Name ?? "nobody", epoch.Share, epoch.Moved, Backing.Of(epoch.Block, epoch.Id));

    private Upon? ReadUpon()
    {
        if (episode.Marks.Announcement is not { } said) return null;
        ImmutableArray<string> told = [.. Posted("StakeShare", "foundation", said).Concat(Posted("PayForSelling", "foundation", said)).Select(post => post.Id)];
        var (sales, tao, first) = flows.Upon(told, said, Later(episode.Trough, said));
        return sales == 0 ? null : new Upon(sales, tao, new Backing([.. told, .. first], said.Height, Later(episode.Trough, said).Height));
    }

    private List<(string By, double Value, string Id)> Posted(string topic, string role, Block at) => run.Ask(
        """
        SELECT name, value, id FROM postings JOIN agents USING (account)
        WHERE topic = $topic AND role = $role AND netuid = $netuid AND block = $block AND value IS NOT NULL ORDER BY postings.rowid
        """,
        row => (row.GetString(0), row.GetDouble(1), row.GetString(2)), ("$topic", topic), ("$role", role), ("$netuid", Netuid), ("$block", at.Height));

    private Peak ReadPeak()
    {
        var seen = prices.At(episode.Peak);
        return new Peak(
            DayOf(episode.Peak), Known(episode.PeakPrice), Known(episode.PeakPrice / episode.LowPrice), RankAt(episode.Peak), seen.Count,
            Known(episode.PeakPrice / seen.Sum(subnet => subnet.Price)), EmissionShare(), new Backing([], episode.Low.Height, episode.Peak.Height));
    }

    private double? EmissionShare()
    {
        var pools = new RunChain(run).At(episode.Peak).Pools;
        return Known(pools.Where(pool => pool.Netuid == Netuid).Sum(pool => pool.TaoEmission) / pools.Sum(pool => pool.TaoEmission));
    }

    private Change? LargestStep()
    {
        Change? largest = null;
        for (var at = episode.Peak; at + Step <= episode.Trough; at += Step)
            if (episode.Change(at, Step) is var change && change < (largest?.Return ?? 0))
                largest = ChangeOf("10 blocks", at, at + Step);
        return largest is { Backing: { } blocks } ? largest with { Backing = flows.Trades(new Block(blocks.FromBlock + 1), new Block(blocks.ToBlock), "sell").Backing } : null;
    }

    private Change Rebound()
    {
        var until = episode.Knows(episode.Trough, Block.PerDay) ? episode.Trough + Block.PerDay : episode.End;
        return ChangeOf("a day", episode.Trough, episode.Prices.Highest(episode.Trough, until).Block);
    }

    private Change ChangeOf(string within, Block from, Block to) => new(within, Known(episode.Change(from, to - from)), new Backing([], from.Height, to.Height));

    private int RankAt(Block block) => 1 + prices.At(block).Count(subnet => subnet.Price > episode.Prices.At(block));

    private double DayOf(Block block) => (block - start) / (double)Block.PerDay;

    private static Block Later(Block one, Block other) => one > other ? one : other;

    /// <summary>JSON has no NaN.</summary>
    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
