using Dtao.Protocol.Ledgers;

namespace Dtao.Agents.Settling;

/// <summary>The last few outcomes, kept for the report of a breach.</summary>
internal sealed class LastOutcomes
{
    private readonly Outcome?[] ring = new Outcome?[16];
    private long count;

    public void Add(Outcome outcome) => ring[count++ % ring.Length] = outcome;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<string> ToText() =>
        [.. Enumerable.Range(0, ring.Length).Select(i => ring[(count + i) % ring.Length]).OfType<Outcome>().Select(outcome => outcome.ToString())];
}
