using System.Collections.Immutable;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>The quotes of all subnets, made when somebody looks, in room that the next block's use again: afresh they would be a third of all that a run allocates.</summary>
internal sealed class QuotesOnDemand(LedgerState ledger) : OnDemand(ledger)
{
    private SubnetQuote[]? made;

    /// <summary>When the youngest subnet was registered; block 0 where there is none.</summary>
    public Block YoungestAt { get; } = ledger.YoungestAt;

    /// <summary>All subnets but root, in order.</summary>
    public ImmutableArray<NetUid> Netuids { get; } = ledger.Netuids;

    /// <summary>Whether any of them has a pool.</summary>
    public bool HasPools { get; } = HavePools(ledger.SubnetSpan);

    /// <exception cref="InvalidOperationException">The ledger has gone on.</exception>
    public ReadOnlySpan<SubnetQuote> Span
    {
        get
        {
            var still = Still;
            return made ??= Write(still, still.QuoteRoom);
        }
    }

    public static SubnetQuote[] Of(LedgerState state) => Write(state, new SubnetQuote[state.SubnetSpan.Length]);

    /// <summary>The quote of one subnet, without making the rest.</summary>
    public SubnetQuote? Find(NetUid netuid)
    {
        var still = Still;
        return made is not null ? MarketView.Find(made, netuid) : !netuid.IsRoot && still.Find(netuid) is { } subnet ? SubnetQuote.Of(subnet) : null;
    }

    private static SubnetQuote[] Write(LedgerState state, SubnetQuote[] room)
    {
        var subnets = state.SubnetSpan;
        for (var i = 0; i < room.Length; i++) room[i] = SubnetQuote.Of(subnets[i]);
        return room;
    }

    private static bool HavePools(ReadOnlySpan<Subnet> subnets)
    {
        foreach (var subnet in subnets)
            if (subnet.IsDynamic)
                return true;
        return false;
    }
}
