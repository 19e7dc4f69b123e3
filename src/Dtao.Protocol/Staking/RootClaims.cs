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

    private readonly Dictionary<long, Int128> had = [];
    private UInt128[] rates = [];

    /// <summary>Alpha set aside and not yet claimed.</summary>
    public Alpha Total { get; private set; }

    public bool IsEmpty => rates.Length == 0;

    /// <summary>By the place of the hotkey among root's stake pools.</summary>
    internal ReadOnlySpan<UInt128> Rates => rates;

    /// <summary>What was booked against accounts, by place and account.</summary>
    internal IEnumerable<KeyValuePair<long, Int128>> Had => had.OrderBy(one => one.Key);

    /// <summary>Sets alpha aside for all who have root stake with a hotkey.</summary>
    /// <param name="place">Of the hotkey among root's stake pools.</param>
    /// <param name="shares">All shares of that stake, above 0.</param>
    internal void SetAside(int place, Alpha amount, ulong shares)
    {
        if (rates.Length <= place) Array.Resize(ref rates, place + 1);
        rates[place] += ((UInt128)amount.Rao << FractionBits) / shares;
        Total += amount;
    }

    /// <summary>What an account may claim, rounded down.</summary>
    /// <param name="shares">Its shares of the root stake at <paramref name="place"/>.</param>
    public Alpha Owed(int place, AccountId account, ulong shares)
    {
        if (place >= rates.Length || rates[place] == 0) return Alpha.Zero;
        var owed = Worth(rates[place], shares) - had.GetValueOrDefault(Key(place, account));
        return owed <= 0 ? Alpha.Zero : Alpha.Min(Total, new Alpha((ulong)owed));
    }

    internal void Pay(int place, AccountId account, Alpha amount)
    {
        Book(place, account, (long)amount.Rao);
        Total -= amount;
    }

    /// <summary>Root stake that comes has no right to what was set aside before it; stake that goes keeps what it had a right to.</summary>
    internal void Adjust(int place, AccountId account, ulong sharesBefore, ulong sharesAfter)
    {
        if (place < rates.Length) Book(place, account, Worth(rates[place], sharesAfter) - Worth(rates[place], sharesBefore));
    }

    internal void Restore(UInt128[] saved, Alpha total) => (rates, Total) = (saved, total);

    internal void Restore(long of, Int128 amount) => had.Add(of, amount);

    private void Book(int place, AccountId account, Int128 amount)
    {
        if (amount != 0) had[Key(place, account)] = had.GetValueOrDefault(Key(place, account)) + amount;
    }

    private static long Key(int place, AccountId account) => (long)place << 32 | (uint)account.Index;

    private static Int128 Worth(UInt128 rate, ulong shares)
    {
        var (whole, fraction) = ((ulong)(rate >> FractionBits), (ulong)(rate & ulong.MaxValue));
        return (Int128)((UInt128)whole * shares + ((UInt128)fraction * shares >> FractionBits));
    }
}
