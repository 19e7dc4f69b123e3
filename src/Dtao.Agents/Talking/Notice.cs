using Dtao.Records.Events;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Talking;

/// <summary>A posting on its way to those who listen: one for all of them, since some posts are heard by everybody.</summary>
/// <param name="Number">Its number among all postings of the run, from 1.</param>
/// <param name="Link">What the record calls it; none where nobody keeps one.</param>
internal sealed record Notice(long Number, Heard Heard, CausalLink Link);
