using System.Text.Json;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Recording;

/// <summary>A ledger as it is saved, with the rules it goes by.</summary>
public sealed record OpeningState(ProtocolRules Rules, ReadOnlyMemory<byte> Ledger)
{
    /// <summary>Bytes of a part: with base64 a line stays below 64 KiB.</summary>
    private const int PartBytes = 45_000;

    public static OpeningState Of(Ledger ledger)
    {
        using var saved = new MemoryStream();
        ledger.Save(saved);
        return new OpeningState(ledger.Rules, saved.ToArray());
    }

    /// <summary>Both as events, which lie before all others.</summary>
    internal IEnumerable<RunEvent> Told(Block genesis)
    {
        var parts = (Ledger.Length + PartBytes - 1) / PartBytes;
        yield return First(1, genesis, new RulesGiven(JsonSerializer.Serialize(Rules)));
        for (var part = 1; part <= parts; part++)
            yield return First(1 + part, genesis, new LedgerGiven(part, parts, Convert.ToBase64String(PartOf(part))));
    }

    private ReadOnlySpan<byte> PartOf(int part) => Ledger.Span[((part - 1) * PartBytes)..Math.Min(part * PartBytes, Ledger.Length)];

    private static RunEvent First(int number, Block genesis, RunFact fact) => RunEvent.First(EventId.Of(IdKind.State, number), genesis, fact);
}
