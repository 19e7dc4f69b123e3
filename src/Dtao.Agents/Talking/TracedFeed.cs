using System.Collections.Immutable;
using Dtao.Records.Events;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Talking;

/// <summary>What an agent has heard, with what the record calls each posting. Only the record reads that: a strategy sees a feed.</summary>
internal sealed record TracedFeed(ImmutableArray<Heard> Heard, ImmutableArray<CausalLink> Links) : Feed(Heard);
