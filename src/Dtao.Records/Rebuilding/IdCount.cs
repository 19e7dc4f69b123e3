using System.Globalization;
using Dtao.Records.Events;
using Dtao.Records.Reading;

namespace Dtao.Records.Rebuilding;

/// <summary>Counts the ids of a full log, which come one after another without a gap.</summary>
internal sealed class IdCount
{
    private readonly long[] last = new long[(int)IdKind.State + 1];

    /// <exception cref="InvalidDataException">Some are missing before it.</exception>
    public void Take(EventId id)
    {
        ref var before = ref last[(int)id.Kind];
        if (id.Number != before + 1) throw new InvalidDataException($"{id} comes where {EventId.Of(id.Kind, before + 1)} should: lines are missing, or not every topic was kept.");
        before = id.Number;
    }

    /// <summary>Holds the counts against those that the last line tells.</summary>
    /// <exception cref="InvalidDataException">Some are missing after the last that came. Topics that were never kept are not missed.</exception>
    public void AreAll(ClefEvent end)
    {
        foreach (var (field, kind) in ((string, IdKind)[])[("Events", IdKind.Event), ("Orders", IdKind.Order), ("Hearings", IdKind.Hearing), ("Payments", IdKind.Payment)])
            if (end.Properties.GetProperty(field).GetInt64() is var told && told != last[(int)kind])
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The log has {last[(int)kind]} of {told} {field}."));
    }
}
