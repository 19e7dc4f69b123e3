using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Database;

/// <summary>Of what kind each subnet is: that of its owner. A row where a sample finds one for the first time or another than before; none where nobody of the run owns it.</summary>
internal sealed class KindTable(Inserts inserts)
{
    /// <summary>Of a subnet that passes to an account behind which no agent stands.</summary>
    private const string Nobodys = "";

    private readonly Insert kinds = inserts.Into("kinds", columns: 3);
    private readonly Dictionary<NetUid, string> last = [];
    private Dictionary<AccountId, string> byOwner = [];

    public void Introduce(IEnumerable<RunAgent> agents) =>
        byOwner = agents.Where(agent => agent.Kind is not null).ToDictionary(agent => agent.Account, agent => agent.Kind!);

    public void Add(MarketView market)
    {
        foreach (var quote in market.Quotes)
        {
            var kind = byOwner.GetValueOrDefault(quote.Owner, Nobodys);
            if (last.GetValueOrDefault(quote.Netuid, Nobodys) == kind) continue;
            last[quote.Netuid] = kind;
            kinds.Value(market.Block.Height).Value(quote.Netuid.Value).Value(kind).Run();
        }
    }
}
