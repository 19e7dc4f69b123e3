using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Reading;
using Dtao.Records.Scanning;

namespace Dtao.Records.Tracing;

/// <summary>The links of a run in its log, as far as its topics tell them.</summary>
public sealed class LogTrace(string path) : ITrace
{
    /// <summary>Bytes that are looked through for effects: some tenths of a second.</summary>
    private const long Horizon = 256 << 20;

    private readonly LogLines log = new(path);

    public TracedEvent? Find(EventId id) => LogPlaces.MoveTo(log, id) && log.Next(out var line, out _) ? Read(line) : null;

    public Effects EffectsOf(IReadOnlySet<EventId> causes, Block from, int most)
    {
        var begin = LogPlaces.OffsetOf(log, from);
        log.MoveTo(begin);
        var found = new List<TracedEvent>();
        while (found.Count <= most && log.Next(out var line, out _))
        {
            if (causes.Contains(LogPlaces.IdOf(line, "\"cause\":\""u8)) && Read(line) is { } effect) found.Add(effect);
            if (log.Offset - begin >= Horizon) return new Effects([.. found.Take(most)], found.Count <= most, Read(line)?.Block);
        }
        return new Effects([.. found.Take(most)], found.Count <= most, LookedTo: null);
    }

    public void Dispose() => log.Dispose();

    /// <summary>Null of a line that breaks off.</summary>
    private static TracedEvent? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var told = ClefEvent.Read(line);
            return new TracedEvent(told.Id, told.Cause, told.Root, told.Block, told.Kind, told.Text);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
