using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>The whole market at the close of a block: what anyone can read off the chain. Immutable, and shared by all who look.</summary>
/// <param name="Block">The closed block.</param>
/// <param name="Quotes">Every subnet but root, by netuid.</param>
/// <param name="RootStaked">TAO staked on root.</param>
/// <param name="Issued">TAO in existence.</param>
public sealed record MarketView(Block Block, ImmutableArray<SubnetQuote> Quotes, Tao RootStaked, Tao Issued)
{
    /// <summary>The latest metagraph of each subnet that has had an epoch, by netuid.</summary>
    public ImmutableArray<Metagraph> Metagraphs { get; init; } = [];

    /// <summary>Root validators and their votes; null where emission does not go by them.</summary>
    public RootNetworkView? RootNetwork { get; init; }

    public static MarketView Of(LedgerState state)
    {
        var subnets = state.SubnetSpan;
        var quotes = new SubnetQuote[subnets.Length];
        for (var i = 0; i < quotes.Length; i++) quotes[i] = SubnetQuote.Of(subnets[i]);
        return new MarketView(state.Block, ImmutableCollectionsMarshal.AsImmutableArray(quotes), new Tao(state.Root.Stakes.Total.Rao), state.Issued);
    }

    /// <summary>What registering a subnet in the next block costs.</summary>
    public Tao SubnetCost { get; init; }

    /// <summary>The first block in which a subnet may be registered again; in the past where one may be registered now.</summary>
    public Block SubnetOpenFrom { get; init; }

    /// <summary>The latest metagraph of <paramref name="netuid"/>; null for a subnet that has had no epoch yet.</summary>
    public Metagraph? MetagraphOf(NetUid netuid)
    {
        var at = Math.Min(netuid.Value, Metagraphs.Length) - 1; // netuids begin at 1: nobody stands further back than its number
        while (at >= 0 && Metagraphs[at].Netuid.Value > netuid.Value) at--;
        return at >= 0 && Metagraphs[at].Netuid == netuid ? Metagraphs[at] : null;
    }

    /// <summary>The quote of <paramref name="netuid"/>; null for root and for a subnet that does not exist.</summary>
    public SubnetQuote? Find(NetUid netuid)
    {
        var (low, high) = (0, Quotes.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Quotes[middle].Netuid.Value.CompareTo(netuid.Value);
            if (order == 0) return Quotes[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }
}
