using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>
/// The alpha delegated to one hotkey on one subnet, held in shares: a dividend raises the worth of every share and so pays all nominators at once.
/// Shares are rounded so that the pool never owes more than it holds.
/// </summary>
/// <param name="place">Where it stands among the pools of its subnet.</param>
/// <remarks>subtensor <c>primitives/share-pool</c>.</remarks>
public sealed class StakePool(int place)
{
    internal int Place { get; } = place;

    public Alpha Total { get; private set; }

    public ulong TotalShares { get; private set; }

    public bool IsEmpty => TotalShares == 0;

    /// <summary>The worth of <paramref name="shares"/>, floored.</summary>
    public Alpha WorthOf(ulong shares) => TotalShares == 0 ? Alpha.Zero : new(MulDiv.Down(Total.Rao, shares, TotalShares));

    /// <summary>The shares that <paramref name="amount"/> would buy, floored.</summary>
    public ulong SharesFor(Alpha amount) => TotalShares == 0 ? amount.Rao : MulDiv.Down(amount.Rao, TotalShares, Total.Rao);

    /// <summary>The shares that must go for <paramref name="amount"/>, of a holder with <paramref name="held"/> shares; all of them for their whole worth.</summary>
    public ulong SharesToRelease(Alpha amount, ulong held) =>
        amount == WorthOf(held) ? held : Math.Min(held, MulDiv.Up(amount.Rao, TotalShares, Total.Rao));

    internal void Deposit(Alpha amount, ulong shares)
    {
        Total += amount;
        TotalShares += shares;
    }

    internal void Release(Alpha amount, ulong shares)
    {
        Total -= amount;
        TotalShares -= shares;
    }

    /// <summary>Pays all nominators in proportion to their shares.</summary>
    internal void PayDividend(Alpha amount) => Total += amount;
}
