using System.Collections.Immutable;
using System.Globalization;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Measuring;
using Dtao.Records.Measuring.Capture;
using Dtao.Records.Panels;
using Dtao.Records.Reading;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Stories;
using Dtao.Records.Summaries;
using Dtao.Records.Validation;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Reports;

/// <summary>What the parts of a report have in common: a run's record, read once.</summary>
internal sealed class Chronicle : IDisposable
{
    /// <summary>A pool begins with one TAO in it, and its price at a chance: how far that reaches counts from the third day on.</summary>
    private const long PoolSettling = 2 * Beginning.Blocks;

    /// <summary>Subnets whose prices are followed change by change.</summary>
    public const int Followed = 5;

    private Chronicle(RunReader run, SqliteConnection database)
    {
        (Run, Database) = (run, database);
        Manifest = run.Manifest();
        Meta = database.Ask("SELECT key, value FROM meta ORDER BY key", row => (row.GetString(0), row.GetString(1))).ToDictionary(fact => fact.Item1, fact => fact.Item2, StringComparer.Ordinal);
        Market = MarketSamples.Read(database);
        Prices = new RunPrices(database);
        Marks = EpisodeMarks.Of(database);
        Detections = DetectionRow.In(database);
        Time = new SimulatedTime(
            new Block(long.Parse(Meta["time_of_block"], NumberStyles.None, CultureInfo.InvariantCulture)),
            DateTimeOffset.Parse(Meta["time_at_block"], CultureInfo.InvariantCulture));
        Eventful = MostEventful();
        Prices.Load(Eventful.Take(Followed));
        Story = StoryReader.Of(database, Prices, Marks);
        Returns = StrategyReturns.Of(database);
        Kinds = KindSamples.Of(database);
        HasKinds = Kinds.SelectMany(sample => sample.Subnets).Select(subnet => subnet.Kind).Where(kind => kind.Length > 0).Distinct(StringComparer.Ordinal).Skip(1).Any();
    }

    public RunReader Run { get; }

    public SqliteConnection Database { get; }

    /// <summary>How the run stands. One that has come to its end is whole, though the marker that says so is written after its report.</summary>
    public RunState State => Run.State is RunState.Partial && Manifest is { Progress.HashHead.Length: > 0 } ? RunState.Ok : Run.State;

    /// <summary>Null where the run was killed before it said what it is.</summary>
    public RunManifest? Manifest { get; }

    public Dictionary<string, string> Meta { get; }

    public MarketSamples Market { get; }

    public RunPrices Prices { get; }

    public SimulatedTime Time { get; }

    /// <summary>Null where nobody took a subnet over.</summary>
    public EpisodeMarks? Marks { get; }

    public Story? Story { get; }

    public ImmutableArray<DetectionRow> Detections { get; }

    public StrategyReturns Returns { get; }

    /// <summary>Samples with kinds and businesses; nothing of a run without kinds.</summary>
    public IReadOnlyList<KindSample> Kinds { get; }

    /// <summary>Whether there are subnets of more than one kind.</summary>
    public bool HasKinds { get; }

    /// <summary>The subnet that was taken over, then those in which most TAO saw prices move farthest.</summary>
    public ImmutableArray<int> Eventful { get; }

    /// <summary>What the report looks at most closely; null of a run without subnets.</summary>
    public int? Focus => Eventful is [var first, ..] ? first : null;

    public Block First => new(Market.Blocks[0]);

    public Block Last => new(Market.Blocks[^1]);

    public double Days => (Last - First) / (double)Block.PerDay;

    /// <summary>The whole run.</summary>
    public TimeAxis TimeAxis => new(First.Height, Math.Max(Last.Height, First.Height + 1), First, Time) { Title = "day" };

    /// <summary>Null of a run that was killed before its first sample: there is nothing to show.</summary>
    public static Chronicle? Of(RunReader run)
    {
        if (!File.Exists(run.PathOf(RunLayout.Database))) return null;
        var database = run.OpenDatabase();
        if (database.Ask("SELECT count(*) FROM sqlite_master WHERE name IN ('meta', 'blocks', 'pools')", row => row.GetInt32(0)) is [3]
            && database.Ask("SELECT count(*) FROM (SELECT 1 FROM blocks LIMIT 1), (SELECT 1 FROM meta WHERE key = 'time_at_block')", row => row.GetInt32(0)) is [1])
            return new Chronicle(run, database);
        database.Dispose();
        return null;
    }

    public double Fact(string key) => Meta.TryGetValue(key, out var value) && double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    public double DayOf(long block) => (block - First.Height) / (double)Block.PerDay;

    public void Dispose() => Database.Dispose();

    private ImmutableArray<int> MostEventful() =>
    [
        .. Market.Subnets.Values.OrderByDescending(subnet => subnet.Netuid == Marks?.Netuid)
            .ThenByDescending(subnet => Reach(subnet) * subnet.TaoReserve.Where(double.IsFinite).DefaultIfEmpty(0).Max()).ThenBy(subnet => subnet.Netuid).Select(subnet => subnet.Netuid),
    ];

    /// <summary>Highest price over lowest, as a logarithm; a subnet's first two days do not count unless there is nothing else.</summary>
    private double Reach(SubnetSamples subnet)
    {
        var first = Array.FindIndex(subnet.Price, price => price > 0);
        if (first < 0) return 0;
        var from = Market.Blocks[first] + Beginning.NotCounted(Market.Blocks[^1] - Market.Blocks[0], PoolSettling);
        var (low, high) = (double.PositiveInfinity, 0.0);
        for (var i = first; i < Market.Blocks.Length; i++)
            if (subnet.Price[i] > 0 && Market.Blocks[i] >= from)
                (low, high) = (Math.Min(low, subnet.Price[i]), Math.Max(high, subnet.Price[i]));
        return high > 0 ? Math.Log(high / low) : 0;
    }
}
