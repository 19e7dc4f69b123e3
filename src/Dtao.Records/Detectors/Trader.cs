using Dtao.Records.Events;

namespace Dtao.Records.Detectors;

/// <summary>What one agent did on one subnet from one block to another.</summary>
/// <param name="name">Its number where no agent stands behind the account.</param>
internal sealed class Trader(int account, string name, string strategy)
{
    private long largestBuy, largestSale;

    public int Account { get; } = account;

    public string Name { get; } = name;

    /// <summary>Empty where no agent stands behind the account.</summary>
    public string Strategy { get; } = strategy;

    /// <summary>TAO bought for less TAO sold for, rao.</summary>
    public long Net { get; private set; }

    /// <summary>The row of its largest buy, and of its largest sale; the first of equals, 0 for none.</summary>
    public long LargestBuy { get; private set; }

    /// <inheritdoc cref="LargestBuy"/>
    public long LargestSale { get; private set; }

    /// <summary>The row of its first sale; 0 for none.</summary>
    public long FirstSale { get; private set; }

    public static Trader Of(int account, IReadOnlyDictionary<int, RunAgent> agents) =>
        agents.TryGetValue(account, out var agent) ? new(account, agent.Name, agent.Strategy) : new(account, FormattableString.Invariant($"account-{account}"), "");

    public void Bought(long rao, long row)
    {
        Net += rao;
        if (rao > largestBuy) (largestBuy, LargestBuy) = (rao, row);
    }

    public void Sold(long rao, long row)
    {
        Net -= rao;
        if (rao > largestSale) (largestSale, LargestSale) = (rao, row);
        if (FirstSale == 0) FirstSale = row;
    }
}
