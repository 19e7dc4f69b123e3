using Dtao.Protocol.Units;
using Dtao.Records.Folders;
using Dtao.Records.Panels;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Validation;

/// <summary>All that can be measured on: a run's record, or the chain's own price files. Measures do not see which of them it is.</summary>
public sealed class Evidence : IDisposable
{
    private readonly Lazy<PricePanel> seasoned;
    private readonly Lazy<Episode?> episode;
    private readonly SqliteConnection? connection;

    private Evidence(Block start, Block end, PricePanel observed, PricePanel hourly, IFinePrices fine, EpisodeMarks? marks, SqliteConnection? connection)
    {
        (Start, End, Observed, Hourly, Fine, Marks, this.connection) = (start, end, observed, hourly, fine, marks, connection);
        Chain = connection is null ? null : new RunChain(connection);
        seasoned = new Lazy<PricePanel>(() => Cleaning.Seasoned(Hourly));
        episode = new Lazy<Episode?>(() => marks is not null && fine.Of(marks.Netuid) is { } prices ? new Episode(prices, marks, end) : null);
    }

    /// <summary>The block before the first one; of the chain, that before dTAO.</summary>
    public Block Start { get; }

    public Block End { get; }

    public double Days => (End - Start) / (double)Block.PerDay;

    /// <summary>Every subnet by the hour from its registration on.</summary>
    public PricePanel Observed { get; }

    /// <summary>Every subnet by the hour, dust prices left out.</summary>
    public PricePanel Hourly { get; }

    /// <summary>The same without a new subnet's first week: what statistics of returns are taken over.</summary>
    public PricePanel Seasoned => seasoned.Value;

    public IFinePrices Fine { get; }

    public EpisodeMarks? Marks { get; }

    /// <summary>Null where no subnet was taken over.</summary>
    public Episode? Episode => episode.Value;

    /// <summary>Null for price files.</summary>
    public RunChain? Chain { get; }

    /// <summary>A finished run.</summary>
    /// <exception cref="InvalidDataException">The run lacks what is measured.</exception>
    public static Evidence Of(RunReader run)
    {
        var database = run.OpenDatabase();
        try
        {
            if (database.Ask("SELECT count(*) FROM sqlite_schema WHERE name IN ('prices', 'holdings')", row => row.GetInt32(0)).Single() < 2)
                throw new InvalidDataException($"{run.PathOf(RunLayout.Database)} holds no prices: it is of an earlier version. Run it again.");
            var prices = new RunPrices(database);
            var hourly = prices.Hourly();
            if (hourly.Rows > 1 && !hourly.Trading(1).Any())
                throw new InvalidDataException($"{run.Path} was not sampled every hour: record.sample must divide 1 hour.");
            var end = database.Ask("SELECT max(block) FROM blocks", row => new Block(row.GetInt64(0))).Single();
            return new Evidence(hourly.First, end, hourly, Cleaning.WithoutDust(hourly), prices, EpisodeMarks.Of(database), database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The chain itself.</summary>
    /// <param name="start">The block before dTAO's first one.</param>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static Evidence Of(RecordFiles files, EpisodeMarks marks, Block start)
    {
        var hourly = files.Hourly();
        return new Evidence(start, hourly.Last, hourly, Cleaning.WithoutDust(hourly), new RecordPrices(files.TwoMinutes(), marks.Netuid, files.Episode()), marks, connection: null);
    }

    /// <summary>The same, but only its first days: what a run of that length is to be compared with.</summary>
    public Evidence First(double days)
    {
        var end = Start + (long)(days * Block.PerDay);
        return end >= End ? this : new Evidence(Start, end, Observed.Between(Observed.First, end), Hourly.Between(Hourly.First, end), Fine, Marks, connection);
    }

    /// <summary>The same with its episode marked otherwise.</summary>
    public Evidence AsIf(EpisodeMarks marks) => new(Start, End, Observed, Hourly, Fine, marks, connection);

    public void Dispose() => connection?.Dispose();
}
