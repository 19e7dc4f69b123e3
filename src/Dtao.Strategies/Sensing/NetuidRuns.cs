using Dtao.Protocol.Ledgers;

namespace Dtao.Strategies.Sensing;

/// <summary>Quotes by netuid in runs whose netuids follow each other, so that their places in a row do too. Mostly all of them are one run.</summary>
public ref struct NetuidRuns(ReadOnlySpan<SubnetQuote> quotes)
{
    private readonly ReadOnlySpan<SubnetQuote> quotes = quotes;
    private int next;

    /// <summary>Goes to the next run.</summary>
    /// <returns>False at the end.</returns>
    public bool Next(out Range run)
    {
        var (first, end) = (next, quotes.Length);
        if (first < end && Gap(first, end - 1) > 0)
            for (end = first + 1; Gap(first, end) == 0; end++)
            {
            }
        next = end;
        run = first..end;
        return first < end;
    }

    /// <summary>How many netuids between two quotes have none.</summary>
    private readonly int Gap(int first, int last) => quotes[last].Netuid.Value - quotes[first].Netuid.Value - (last - first);
}
