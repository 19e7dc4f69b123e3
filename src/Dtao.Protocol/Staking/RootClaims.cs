using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>
/// A subnet's alpha that was set aside for root stake and waits to be claimed. It is booked by hotkey as a rate for each share of the hotkey's root stake, so that setting
/// aside costs the same however many delegate to it; what an account has had, or never had a right to, is booked against it.
/// </summary>
/// <remarks>subtensor v3.2.10 <c>staking/claim_root.rs</c>; the chain's rate is for each TAO of root stake, this for each share, as root stake here is held in shares.</remarks>
public sealed class RootClaims
{
    /// <summary>A rate has so many bits behind the point.</summary>
    private const int FractionBits = 64;

    private readonly Dictionary<int, UInt128> rates = [];
    private readonly Dictionary<(int Hotkey, int Account), Int128> had = [];

    /// <summary>Alpha set aside and not yet claimed.</summary>
    public Alpha Total { get; private set; }

    public bool IsEmpty => rates.Count == 0;

    internal IEnumerable<KeyValuePair<int, UInt128>> Rates => rates.OrderBy(rate => rate.Key);

    internal IEnumerable<KeyValuePair<(int Hotkey, int Account), Int128>> Had => had.OrderBy(one => one.Key);

    /// <summary>Sets alpha aside for all who have root stake with <paramref name="hotkey"/>.</summary>
    /// <param name="shares">All shares of that stake, above 0.</param>
    internal void SetAside(AccountId hotkey, Alpha amount, ulong shares)
    {
        rates[hotkey.Index] = rates.GetValueOrDefault(hotkey.Index) + ((UInt128)amount.Rao << FractionBits) / shares;
        Total += amount;
    }

    /// <summary>What an account may claim, rounded down.</summary>
    /// <param name="shares">Its shares of the root stake with <paramref name="hotkey"/>.</param>
    public Alpha Owed(AccountId hotkey, AccountId account, ulong shares)
    {
        if (!rates.TryGetValue(hotkey.Index, out var rate)) return Alpha.Zero;
        var owed = Worth(rate, shares) - had.GetValueOrDefault((hotkey.Index, account.Index));
        return owed <= 0 ? Alpha.Zero : Alpha.Min(Total, new Alpha((ulong)owed));
    }

    internal void Pay(AccountId hotkey, AccountId account, Alpha amount)
    {
        Book(hotkey, account, (long)amount.Rao);
        Total -= amount;
    }

    /// <summary>Root stake that comes has no right to what was set aside before it; stake that goes keeps what it had a right to.</summary>
    internal void Adjust(AccountId hotkey, AccountId account, ulong sharesBefore, ulong sharesAfter)
    {
        if (rates.TryGetValue(hotkey.Index, out var rate)) Book(hotkey, account, Worth(rate, sharesAfter) - Worth(rate, sharesBefore));
    }

    internal void Restore(int hotkey, UInt128 rate) => rates.Add(hotkey, rate);

    internal void Restore((int Hotkey, int Account) of, Int128 amount) => had.Add(of, amount);

    internal void Restore(Alpha total) => Total = total;

    private void Book(AccountId hotkey, AccountId account, Int128 amount)
    {
        if (amount != 0) had[(hotkey.Index, account.Index)] = had.GetValueOrDefault((hotkey.Index, account.Index)) + amount;
    }

    private static Int128 Worth(UInt128 rate, ulong shares)
    {
        var (whole, fraction) = ((ulong)(rate >> FractionBits), (ulong)(rate & ulong.MaxValue));
        return (Int128)((UInt128)whole * shares + ((UInt128)fraction * shares >> FractionBits));
    }
}
