using System.Collections;
using System.Runtime.CompilerServices;

namespace Dtao.Protocol.Ledgers;

/// <summary>The quotes of all subnets but root, by netuid.</summary>
/// <remarks>A ledger's own can be read while it stands at their block and not be kept: whoever reads them later is told so. Those that were given to a market stay.</remarks>
[CollectionBuilder(typeof(QuoteList), nameof(Of))]
public readonly record struct QuoteList : IReadOnlyList<SubnetQuote>
{
    private readonly SubnetQuote[]? given;

    private QuoteList(SubnetQuote[] given) => this.given = given;

    internal QuoteList(QuotesOnDemand asked) => Asked = asked;

    /// <summary>Where a ledger's own are asked for; null for quotes that were given.</summary>
    internal QuotesOnDemand? Asked { get; }

    public static QuoteList Of(ReadOnlySpan<SubnetQuote> quotes) => new(quotes.ToArray());

    /// <summary>The very quotes that are given, not a copy: who writes over them changes what others read.</summary>
    public static QuoteList Over(SubnetQuote[] quotes) => new(quotes);

    public int Length => AsSpan().Length;

    public bool IsEmpty => AsSpan().IsEmpty;

    int IReadOnlyCollection<SubnetQuote>.Count => Length;

    public SubnetQuote this[int place] => AsSpan()[place];

    public ref readonly SubnetQuote ItemRef(int place) => ref AsSpan()[place];

    /// <exception cref="InvalidOperationException">The ledger has gone on.</exception>
    public ReadOnlySpan<SubnetQuote> AsSpan() => Asked is null ? given : Asked.Span;

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<SubnetQuote> IEnumerable<SubnetQuote>.GetEnumerator()
    {
        for (var place = 0; place < Length; place++) yield return this[place];
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<SubnetQuote>)this).GetEnumerator();

    /// <summary>One after the other, without a copy of each. Not a span's, since that could not stand in a method that yields.</summary>
    public struct Enumerator(QuoteList quotes)
    {
        private readonly int length = quotes.Length;
        private int place = -1;

        public readonly ref readonly SubnetQuote Current => ref quotes.ItemRef(place);

        public bool MoveNext() => ++place < length;
    }
}
