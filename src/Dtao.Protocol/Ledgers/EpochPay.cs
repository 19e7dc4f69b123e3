using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What an epoch paid to one account. Dividends are a hotkey's together with those of all who delegate to it.</summary>
public readonly record struct Payment(AccountId Account, Alpha Incentive, Alpha Dividends, Alpha OwnerCut, Tao RootDividends)
{
    public bool IsNothing => Incentive.IsZero && Dividends.IsZero && OwnerCut.IsZero && RootDividends.IsZero;
}

/// <summary>Whom an epoch paid how much. It keeps the epoch's own lists, since most epochs are never asked.</summary>
public sealed class EpochPay
{
    private readonly AccountId[] hotkeys;
    private readonly ulong[] incentive;
    private readonly I96F32[] dividends, rootDividends;
    private readonly AccountId owner;
    private readonly Alpha ownerCut;

    /// <param name="hotkeys">By uid, then those who are paid without being registered.</param>
    /// <param name="incentive">Rao of alpha, by uid.</param>
    /// <param name="dividends">Whole rao of alpha, in the order of the hotkeys.</param>
    /// <param name="rootDividends">Whole rao of TAO, likewise.</param>
    internal EpochPay(AccountId[] hotkeys, ulong[] incentive, I96F32[] dividends, I96F32[] rootDividends, AccountId owner, Alpha ownerCut) =>
        (this.hotkeys, this.incentive, this.dividends, this.rootDividends, this.owner, this.ownerCut) = (hotkeys, incentive, dividends, rootDividends, owner, ownerCut);

    /// <summary>All payments: hotkeys in their order, and last the owner's cut where the owner is not among them.</summary>
    public IEnumerable<Payment> All()
    {
        for (var i = 0; i < hotkeys.Length; i++)
            if (At(i) is { IsNothing: false } payment)
                yield return payment;
        if (!ownerCut.IsZero && Array.IndexOf(hotkeys, owner) < 0) yield return new Payment(owner, Alpha.Zero, Alpha.Zero, ownerCut, Tao.Zero);
    }

    /// <summary>Whether anything was paid to an account itself or to those who delegate to it.</summary>
    public bool Reached(AccountId account) =>
        account == owner && !ownerCut.IsZero || Array.IndexOf(hotkeys, account) is >= 0 and var place && !At(place).IsNothing;

    private Payment At(int place) => new(
        hotkeys[place],
        new Alpha(place < incentive.Length ? incentive[place] : 0),
        new Alpha(dividends[place].Floor()),
        hotkeys[place] == owner ? ownerCut : Alpha.Zero,
        new Tao(rootDividends[place].Floor()));
}
