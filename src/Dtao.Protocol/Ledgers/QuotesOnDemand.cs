using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>The quotes of all subnets, made when somebody looks.</summary>
internal sealed class QuotesOnDemand(LedgerState ledger) : OnDemand<SubnetQuote>(ledger)
{
    /// <summary>When the youngest subnet was registered; block 0 where there is none.</summary>
    public Block YoungestAt { get; } = ledger.YoungestAt;

    /// <summary>All subnets but root, in order.</summary>
    public ImmutableArray<NetUid> Netuids { get; } = ledger.Netuids;

    /// <summary>Whether any of them has a pool.</summary>
    public bool HasPools => IsMade ? MarketView.HavePools(Value) : HasPoolsNow(Still);

    public static ImmutableArray<SubnetQuote> Of(LedgerState state)
    {
        var subnets = state.SubnetSpan;
        var quotes = new SubnetQuote[subnets.Length];
        for (var i = 0; i < quotes.Length; i++) quotes[i] = SubnetQuote.Of(subnets[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(quotes);
    }

    /// <summary>The quote of one subnet, without making the rest.</summary>
    public SubnetQuote? Find(NetUid netuid) =>
        IsMade ? MarketView.Find(Value.AsSpan(), netuid) : !netuid.IsRoot && Still.Find(netuid) is { } subnet ? SubnetQuote.Of(subnet) : null;

    private static bool HasPoolsNow(LedgerState state)
    {
        foreach (var subnet in state.SubnetSpan)
            if (subnet.IsDynamic)
                return true;
        return false;
    }

    protected override ImmutableArray<SubnetQuote> Make(LedgerState state) => Of(state);
}
