using System.Collections.Immutable;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>The whole market at the close of a block: what anyone can read off the chain. Shared by all who look.</summary>
/// <param name="Block">The closed block.</param>
/// <param name="RootStaked">TAO staked on root.</param>
/// <param name="Issued">TAO in existence.</param>
public sealed record MarketView(Block Block, Tao RootStaked, Tao Issued)
{
    private readonly QuoteList quotes;
    private object? derived;

    /// <param name="quotes">Every subnet but root, by netuid.</param>
    public MarketView(Block block, QuoteList quotes, Tao rootStaked, Tao issued)
        : this(block, rootStaked, issued) => this.quotes = quotes;

    /// <summary>Every subnet but root, by netuid.</summary>
    public QuoteList Quotes
    {
        get => quotes;
        init => (quotes, derived) = (value, null);
    }

    /// <summary>The latest metagraph of each subnet that has had an epoch, by netuid.</summary>
    public ImmutableArray<Metagraph> Metagraphs { get; init; } = [];

    /// <summary>Root validators and their votes; null where emission does not go by them.</summary>
    public RootNetworkView? RootNetwork { get; init; }

    public static MarketView Of(LedgerState state) => new(state.Block, QuoteList.Over(QuotesOnDemand.Of(state)), new Tao(state.Root.Stakes.Total.Rao), state.Issued);

    /// <summary>The same for those who may not look at the quotes at all: they are made when somebody does, and gone when the ledger goes on.</summary>
    internal MarketView(LedgerState state)
        : this(state.Block, new QuoteList(new QuotesOnDemand(state)), new Tao(state.Root.Stakes.Total.Rao), state.Issued)
    {
    }

    /// <summary>Every subnet but root, in order, for who has no use for what is quoted of them.</summary>
    public ImmutableArray<NetUid> Netuids => quotes.Asked?.Netuids ?? NetuidsOf(quotes);

    /// <summary>Whether any subnet has a pool.</summary>
    public bool HasPools => quotes.Asked?.HasPools ?? HavePools(quotes.AsSpan());

    /// <summary>When the youngest subnet was registered; block 0 where there is none.</summary>
    public Block YoungestAt => quotes.Asked?.YoungestAt ?? YoungestOf(quotes.AsSpan());

    /// <summary>What somebody works out of the quotes, once for all who look at this market. It keeps one thing: of each type there is one function.</summary>
    /// <param name="derive">A function of the quotes and of nothing else.</param>
    public T Derived<T>(Func<QuoteList, T> derive)
        where T : class
    {
        if (derived is T known) return known;
        var made = derive(Quotes);
        derived = made;
        return made;
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

    /// <summary>Where among the quotes that of <paramref name="netuid"/> is; null where there is none.</summary>
    public int? PlaceOf(NetUid netuid) => PlaceOf(quotes.AsSpan(), netuid);

    /// <summary>The quote of <paramref name="netuid"/>; null for root and for a subnet that does not exist.</summary>
    public SubnetQuote? Find(NetUid netuid) => quotes.Asked is { } asked ? asked.Find(netuid) : Find(quotes.AsSpan(), netuid);

    private static ImmutableArray<NetUid> NetuidsOf(QuoteList quotes) => [.. quotes.Select(quote => quote.Netuid)];

    private static bool HavePools(ReadOnlySpan<SubnetQuote> quotes)
    {
        foreach (ref readonly var quote in quotes)
            if (!quote.IsWithoutPool)
                return true;
        return false;
    }

    private static Block YoungestOf(ReadOnlySpan<SubnetQuote> quotes)
    {
        var youngest = default(Block);
        foreach (ref readonly var quote in quotes)
            if (quote.RegisteredAt > youngest)
                youngest = quote.RegisteredAt;
        return youngest;
    }

    internal static SubnetQuote? Find(ReadOnlySpan<SubnetQuote> quotes, NetUid netuid) => PlaceOf(quotes, netuid) is { } place ? quotes[place] : null;

    private static int? PlaceOf(ReadOnlySpan<SubnetQuote> quotes, NetUid netuid)
    {
        var at = Math.Min(netuid.Value, quotes.Length) - 1; // as above
        while (at >= 0 && quotes[at].Netuid.Value > netuid.Value) at--;
        return at >= 0 && quotes[at].Netuid == netuid ? at : null;
    }
}
