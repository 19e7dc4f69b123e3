using System.Collections.Immutable;

namespace Dtao.Records.Events;

/// <summary>A type of event: what a line of the log with this <c>Ev</c> holds beside the names that every line has.</summary>
/// <param name="Topics">Which topics of the log it may belong to, and when.</param>
/// <param name="Levels">Which levels it may have.</param>
public sealed record EventKind(string Name, string Topics, string Levels, ImmutableArray<EventField> Fields);
