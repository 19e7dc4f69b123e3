using System.Globalization;
using System.IO.Compression;
using Dtao.Protocol.Units;

namespace Dtao.Records.Panels;

/// <summary>
/// The chain's real price history, in files of comma-separated values that are no part of the project. Rows are placed by their time at 12 s a block,
/// as a run's are: the files' own block numbers are estimates, and stand still while the chain was in safe mode.
/// </summary>
/// <param name="folder">Where they lie.</param>
public sealed class RecordFiles(string folder)
{
    public const string HourlyName = "alpha_price_hourly_2025-02-14_2025-06-30.csv.gz";
    public const string TwoMinutesName = "alpha_price_2min_all_2025-02-20_2025-02-26.csv.gz";
    public const string EpisodeName = "sn28_alpha_price_2025-02-14_2025-04-15.csv.gz";
    public const string CrossSectionName = "daily_cross_section_2025-02-16_2025-06-30.csv";

    private const long TwoMinutesInBlocks = 10;

    public static IReadOnlyList<string> Names { get; } = [HourlyName, TwoMinutesName, EpisodeName, CrossSectionName];

    /// <summary>The files that are missing; none where everything can be measured.</summary>
    public IReadOnlyList<string> Missing => [.. Names.Where(name => !File.Exists(PathOf(name)))];

    /// <summary>Every subnet, by the hour, as it was read off the chain.</summary>
    /// <exception cref="InvalidDataException">A row is not what it should be; names file and line.</exception>
    public PricePanel Hourly() => Panel(HourlyName, Block.PerHour);

    /// <summary>Every subnet, every two minutes of the week of the episode.</summary>
    /// <inheritdoc cref="Hourly"/>
    public PricePanel TwoMinutes() => Panel(TwoMinutesName, TwoMinutesInBlocks);

    /// <summary>The subnet of the episode: by the day, the hour and two minutes.</summary>
    /// <inheritdoc cref="Hourly"/>
    public PriceSeries Episode()
    {
        var rows = Rows(EpisodeName).ToArray();
        var price = rows[0].Length - 1;
        return new PriceSeries(BlocksOf(rows), [.. rows.Skip(1).Select(row => PriceOf(row[price]))]);
    }

    /// <summary>What the record says of the whole market at each midnight: day, sum of prices, HHI, Gini and top-10 share.</summary>
    /// <inheritdoc cref="Hourly"/>
    public IReadOnlyList<(DateOnly Day, double Sum, double Hhi, double Gini, double TopTen)> CrossSections() =>
    [
        .. Rows(CrossSectionName).Skip(1).Select(row =>
            (DateOnly.ParseExact(row[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), PriceOf(row[2]), PriceOf(row[3]), PriceOf(row[4]), PriceOf(row[7]))),
    ];

    private PricePanel Panel(string file, long step)
    {
        var rows = Rows(file).ToArray();
        var columns = Enumerable.Range(0, rows[0].Length).Where(i => rows[0][i].StartsWith("sn", StringComparison.Ordinal)).ToArray();
        var blocks = BlocksOf(rows);
        var at = blocks.Select(block => (int)((block - blocks[0]) / step)).ToArray();
        return new PricePanel(new Block(blocks[0]), step, [.. columns.Select(i => int.Parse(rows[0][i].AsSpan(2), CultureInfo.InvariantCulture))], [.. columns.Select(Column)]);

        double[] Column(int column)
        {
            var prices = new double[at[^1] + 1];
            Array.Fill(prices, double.NaN);
            for (var row = 0; row < at.Length; row++) prices[at[row]] = PriceOf(rows[row + 1][column]);
            return prices;
        }
    }

    private static long[] BlocksOf(string[][] rows)
    {
        var (first, start) = (long.Parse(rows[1][1], CultureInfo.InvariantCulture), TimeOf(rows[1]));
        return [.. rows.Skip(1).Select(row => first + (long)(TimeOf(row) - start).TotalSeconds / Block.Seconds)];
    }

    private static DateTimeOffset TimeOf(string[] row) => DateTimeOffset.Parse(row[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static double PriceOf(string cell) => cell.Length == 0 ? double.NaN : double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);

    private IEnumerable<string[]> Rows(string file)
    {
        using var stream = File.OpenRead(PathOf(file));
        using var text = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        var width = 0;
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            var row = line.Split(',');
            if (number == 1) width = row.Length;
            if (row.Length != width) throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{file}:{number} has {row.Length} cells, not {width}."));
            yield return row;
        }
        if (width == 0) throw new InvalidDataException($"{file} is empty.");
    }

    private string PathOf(string file) => Path.Combine(folder, file);
}
