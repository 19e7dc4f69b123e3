using System.Buffers.Text;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Scanning;

/// <summary>Finds lines of a log by halving it: blocks and the numbers of each kind of id rise from line to line.</summary>
internal static class LogPlaces
{
    /// <summary>How far it is looked for a line that tells where one is; a topic that is not in the log has none.</summary>
    private const long Reach = 16 << 20;

    private delegate long? Reading(ReadOnlySpan<byte> line);

    /// <summary>Where the first line of <paramref name="block"/> or a later one begins.</summary>
    public static long OffsetOf(LogLines log, Block block) => FirstFrom(log, BlockOf, block.Height);

    /// <summary>Moves to the line with this id; false where there is none.</summary>
    public static bool MoveTo(LogLines log, EventId id)
    {
        var begin = FirstFrom(log, line => IdOf(line, "\"id\":\""u8) is var found && found.Kind == id.Kind ? found.Number : null, id.Number);
        log.MoveTo(begin);
        while (log.Next(out var line, out _) && log.Offset - begin < Reach)
        {
            var found = IdOf(line, "\"id\":\""u8);
            if (found == id)
            {
                log.MoveTo(log.Offset - line.Length - 1);
                return true;
            }
            if (found.Kind == id.Kind && found.Number > id.Number) return false;
        }
        return false;
    }

    /// <summary>The id behind a name such as <c>"cause":"</c>; none where the line has no such name.</summary>
    public static EventId IdOf(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name)
    {
        var at = line.IndexOf(name);
        if (at < 0) return EventId.None;
        var text = line[(at + name.Length)..];
        var end = text.IndexOf((byte)'"');
        return end is > 0 and <= EventId.MaxLength && EventId.TryParse(text[..end], out var id) ? id : EventId.None;
    }

    /// <summary>The block of a line; null where it tells none.</summary>
    public static long? BlockOf(ReadOnlySpan<byte> line)
    {
        var at = line.IndexOf("\"Block\":"u8);
        return at >= 0 && Utf8Parser.TryParse(line[(at + "\"Block\":"u8.Length)..], out long height, out _) ? height : null;
    }

    /// <summary>Where the first line begins that reads at least <paramref name="wanted"/>, or one that tells nothing just before it.</summary>
    private static long FirstFrom(LogLines log, Reading read, long wanted)
    {
        var (low, high) = (0L, log.Length);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            log.MoveBehind(middle);
            var begin = log.Offset;
            if (NumberBehind(log, begin, read) is { } number && number < wanted) low = log.Offset;
            else high = middle;
        }
        log.MoveBehind(low);
        return log.Offset;
    }

    private static long? NumberBehind(LogLines log, long begin, Reading read)
    {
        while (log.Offset - begin < Reach && log.Next(out var line, out _))
            if (read(line) is { } number)
                return number;
        return null;
    }
}
