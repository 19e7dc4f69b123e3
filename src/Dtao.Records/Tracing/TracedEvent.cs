using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Tracing;

/// <summary>An event or an order as a link of a chain.</summary>
/// <param name="Kind">What the log calls <c>Ev</c>.</param>
/// <param name="Text">A sentence that is safe to print.</param>
public sealed record TracedEvent(EventId Id, EventId Cause, EventId Root, Block Block, string Kind, string Text);
