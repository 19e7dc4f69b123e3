using System.Text;
using Dtao.Protocol.Saving;

namespace Dtao.Protocol.Ledgers;

public sealed partial class Ledger
{
    /// <summary>Writes all that later blocks depend on. To be called between blocks.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        var saved = new LedgerWriter(writer);
        saved.Write(State);
        saved.Close(hash.Halves, step.LastEmissionRao);
    }

    /// <summary>A ledger that goes on where another was saved, with the same bits in every later block.</summary>
    /// <exception cref="SavedLedgerRefused">There is no whole saved ledger in the stream.</exception>
    /// <exception cref="InvariantBroken">What was saved does not add up.</exception>
    public static Ledger Restore(Stream stream, ProtocolRules rules)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var saved = new LedgerReader(reader, rules);
        var ledger = new Ledger(saved.Read(), rules);
        ledger.asked = ledger.State.Settled;
        ledger.hash.Halves = saved.Head;
        ledger.step.LastEmissionRao = saved.LastEmissionRao;
        return ledger;
    }
}
