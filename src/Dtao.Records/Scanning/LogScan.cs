using System.Globalization;
using Dtao.Protocol.Units;

namespace Dtao.Records.Scanning;

/// <summary>Takes a line of a log; good until it returns.</summary>
public delegate void LineTaker(ReadOnlySpan<byte> line);

/// <summary>Reads a log from one block to another and hands over the lines that pass a filter.</summary>
public sealed class LogScan(string path, LogFilter filter, Block? from = null, Block? to = null)
{
    private const int LinesBetweenLooks = 4_096;

    /// <summary>Whether the last line breaks off, as of a run that was killed or is still being written; it was left out.</summary>
    public bool IsTorn { get; private set; }

    /// <exception cref="InvalidDataException">A line before the last is no event.</exception>
    /// <exception cref="OperationCanceledException">Somebody wants it stopped.</exception>
    public void Run(LineTaker take, CancellationToken stop = default)
    {
        using var log = new LogLines(path);
        var begin = from is { } first ? LogPlaces.OffsetOf(log, first) : 0;
        log.MoveTo(begin);
        while (log.Next(out var line, out var hasEnd))
        {
            if (log.Number % LinesBetweenLooks == 0) stop.ThrowIfCancellationRequested();
            if (!hasEnd && !IsWhole(line))
            {
                IsTorn = true;
                return;
            }
            if (to is { } last && LogPlaces.BlockOf(line) > last.Height) return;
            if (filter.Passes(line) ?? throw NoEvent(begin, log.Number)) take(line);
        }
    }

    /// <summary>The block of the log's first line; null where it has none.</summary>
    public static Block? FirstBlock(string path)
    {
        using var log = new LogLines(path);
        return log.Next(out var line, out _) && LogPlaces.BlockOf(line) is { } height ? new Block(height) : null;
    }

    private static bool IsWhole(ReadOnlySpan<byte> line)
    {
        var fields = new LineFields(line);
        while (fields.Next(out _, out _)) { }
        return fields.IsWhole;
    }

    private InvalidDataException NoEvent(long begin, long number) => new(begin == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{path}:{number} is no event.")
        : string.Create(CultureInfo.InvariantCulture, $"{path}, line {number} from byte {begin} on, is no event."));
}
