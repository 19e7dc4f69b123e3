using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Dtao.Protocol.Ledgers;

/// <summary>The quotes of all subnets, made when somebody looks.</summary>
internal sealed class QuotesOnDemand(LedgerState ledger) : OnDemand<SubnetQuote>(ledger)
{
    public static ImmutableArray<SubnetQuote> Of(LedgerState state)
    {
        var subnets = state.SubnetSpan;
        var quotes = GC.AllocateUninitializedArray<SubnetQuote>(subnets.Length);
        for (var i = 0; i < quotes.Length; i++) quotes[i] = SubnetQuote.Of(subnets[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(quotes);
    }

    protected override ImmutableArray<SubnetQuote> Make(LedgerState state) => Of(state);
}
