using System.Text.Json;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Saving;
using Dtao.Records.Events;
using Dtao.Records.Reading;

namespace Dtao.Records.Rebuilding;

/// <summary>The opening ledger as it comes in part by part.</summary>
internal sealed class LoggedState
{
    private readonly MemoryStream saved = new();
    private ProtocolRules? rules;
    private int parts, due;

    /// <exception cref="InvalidDataException">A part is missing, or out of its place.</exception>
    public void Take(ClefEvent line)
    {
        if (line.Kind == nameof(RulesGiven))
        {
            rules = JsonSerializer.Deserialize<ProtocolRules>(line.Properties.GetProperty("Rules").GetString()!);
            return;
        }
        due = line.Properties.GetProperty("Parts").GetInt32();
        if (line.Properties.GetProperty("Part").GetInt32() != ++parts) throw Missing();
        saved.Write(line.Properties.GetProperty("Ledger").GetBytesFromBase64());
    }

    /// <exception cref="InvalidDataException">It is not whole.</exception>
    public Ledger Open()
    {
        if (rules is null) throw new InvalidDataException("The log does not tell the rules; run with record.topics = [trades, decisions, epochs, ledger].");
        if (parts == 0 || parts != due) throw Missing();
        saved.Position = 0;
        try
        {
            return Ledger.Restore(saved, rules);
        }
        catch (SavedLedgerRefused refused)
        {
            throw new InvalidDataException($"The log's opening ledger cannot be read: {refused.Message}", refused);
        }
    }

    private static InvalidDataException Missing() => new("A part of the log's opening ledger is missing.");
}
