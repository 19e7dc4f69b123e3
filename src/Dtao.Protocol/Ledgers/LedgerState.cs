using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Protocol.Memory;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>
/// Everything the ledger knows. Read by all rules; written only through the few movements below and by the block step,
/// so that running totals and leaves cannot part.
/// </summary>
public sealed class LedgerState
{
    private readonly List<Account> accounts = [];
    private readonly List<Subnet> subnets = [];
    private Subnet?[] byNetuid = [];

    internal LedgerState(Block firstBlock) => Block = firstBlock;

    /// <summary>The block that is open, or the last one closed.</summary>
    public Block Block { get; internal set; }

    /// <summary>TAO in existence: genesis plus every injection, less what was burned.</summary>
    public Tao Issued { get; internal set; }

    /// <summary>TAO at genesis.</summary>
    public Tao IssuedAtGenesis { get; internal set; }

    /// <summary>TAO injected since genesis, counted by the emission schedule.</summary>
    public Tao Minted { get; internal set; }

    /// <summary>TAO that floors left to nobody, and staking fees on root, which the chain books to no stake.</summary>
    public Tao Dust { get; internal set; }

    /// <summary>TAO burned since genesis: what of a new subnet's lock does not go into its pool. It is no longer issued.</summary>
    public Tao Burned { get; internal set; }

    /// <summary>TAO that fees have brought the authors of blocks, who are nobody in the market.</summary>
    public Tao AuthorFees { get; internal set; }

    /// <summary>What the last new subnet cost, and when it was registered; block 0 is never.</summary>
    public (Tao Lock, Block PaidAt) LastSubnet { get; internal set; }

    /// <summary>Free TAO of all accounts together.</summary>
    public Tao TotalFree { get; private set; }

    /// <summary>The account that stands for exchanges and all wallets outside; null where there is none.</summary>
    public AccountId? Elsewhere { get; internal set; }

    /// <summary>Whose word on the use of subnets counts; null for nobody's.</summary>
    public AccountId? Oracle { get; internal set; }

    /// <summary>TAO that hotkeys have earned under the old mechanism and that is not stake yet.</summary>
    public HotkeyPay HotkeyPay { get; } = new();

    /// <summary>Whether anybody has ever had a seat on root.</summary>
    internal bool HasRootNetwork => Root.NeuronArray.Length > 0;

    /// <summary>Whether any subnet has ever set alpha aside for root; as long as none has, root stake moves without a look at all of them.</summary>
    internal bool HasClaims { get; set; }

    /// <summary>Commands settled so far.</summary>
    public long Settled { get; internal set; }

    public IReadOnlyList<Account> Accounts => accounts;

    /// <summary>The same, for an audit; valid until the next one is opened.</summary>
    internal ReadOnlySpan<Account> AccountSpan => CollectionsMarshal.AsSpan(accounts);

    /// <summary>All subnets but root, by netuid.</summary>
    public IReadOnlyList<Subnet> Subnets => subnets;

    /// <summary>Their netuids, in order.</summary>
    internal ImmutableArray<NetUid> Netuids { get; private set; } = [];

    /// <summary>When the youngest of them was registered; block 0 where there is none.</summary>
    internal Block YoungestAt { get; private set; }

    /// <summary>Room for a quote of each, which a block's first who looks writes over.</summary>
    internal SubnetQuote[] QuoteRoom { get; private set; } = [];

    /// <summary>The same, for those who look at all of them every block; valid until the next one opens.</summary>
    internal ReadOnlySpan<Subnet> SubnetSpan => CollectionsMarshal.AsSpan(subnets);

    public Subnet Root { get; private set; } = null!;

    public Account AccountOf(AccountId id) => accounts[id.Index];

    public bool Knows(AccountId id) => (uint)id.Index < (uint)accounts.Count;

    public Subnet? Find(NetUid netuid) => netuid.Value < byNetuid.Length ? byNetuid[netuid.Value] : null;

    /// <exception cref="KeyNotFoundException">No such subnet.</exception>
    public Subnet this[NetUid netuid] => Find(netuid) ?? throw new KeyNotFoundException($"There is no subnet {netuid}.");

    /// <summary>What <paramref name="account"/> could take back from <paramref name="hotkey"/>.</summary>
    public Alpha StakeOf(AccountId account, NetUid netuid, AccountId hotkey) =>
        Find(netuid) is { } subnet ? subnet.Stakes.WorthOf(hotkey, AccountOf(account).SharesOf(netuid, hotkey)) : Alpha.Zero;

    /// <summary>A hotkey's delegated root stake.</summary>
    public Tao OnRoot(AccountId hotkey) => new(Root.Stakes.TotalOf(hotkey).Rao);

    /// <summary>Has an account on its way that will be read in a moment.</summary>
    public void Fetch(AccountId id) => CacheLines.Fetch(AccountOf(id), lines: 1);

    /// <summary>The same of its positions, once the account has come.</summary>
    public void FetchPositions(AccountId id) => AccountOf(id).FetchPositions();

    /// <summary>A hotkey's voting weight on a subnet: own and inherited alpha + w·root, rao.</summary>
    public I96F32 StakeWeightOf(Subnet subnet, AccountId hotkey, I96F32 taoWeight)
    {
        if (!subnet.Kinship.MayHaveKin(hotkey)) return StakeWeight.Of(subnet.Stakes.TotalOf(hotkey), OnRoot(hotkey), taoWeight);
        var children = subnet.Kinship.ChildrenOf(hotkey);
        var parents = subnet.Kinship.ParentsOf(hotkey);
        return StakeWeight.Of(
            new Alpha(InheritedStake.Of(hotkey, children, parents, subnet.Stakes)),
            new Tao(InheritedStake.Of(hotkey, children, parents, Root.Stakes)),
            taoWeight);
    }

    /// <summary>Takes a subnet away. Whatever was on it must be gone.</summary>
    internal void Remove(Subnet subnet)
    {
        byNetuid[subnet.Netuid.Value] = null;
        subnets.Remove(subnet);
        CallTheRoll();
    }

    internal AccountId Open(Account account)
    {
        accounts.Add(account);
        TotalFree += account.Free;
        return new AccountId(accounts.Count - 1);
    }

    internal void Add(Subnet subnet)
    {
        if (Find(subnet.Netuid) is not null) throw new ArgumentException($"There is a subnet {subnet.Netuid} already.", nameof(subnet));
        if (byNetuid.Length <= subnet.Netuid.Value) Array.Resize(ref byNetuid, subnet.Netuid.Value + 1);
        byNetuid[subnet.Netuid.Value] = subnet;
        HasClaims |= !subnet.Claims.IsEmpty;
        if (subnet.Netuid.IsRoot) Root = subnet;
        else subnets.Insert(subnets.FindLastIndex(s => s.Netuid.Value < subnet.Netuid.Value) + 1, subnet);
        CallTheRoll();
    }

    private void CallTheRoll()
    {
        Netuids = [.. subnets.Select(subnet => subnet.Netuid)];
        YoungestAt = subnets.Count == 0 ? default : subnets.Max(subnet => subnet.RegisteredAt);
        QuoteRoom = new SubnetQuote[subnets.Count];
    }

    internal void Credit(AccountId id, Tao amount)
    {
        accounts[id.Index].Free += amount;
        TotalFree += amount;
    }

    internal void Debit(AccountId id, Tao amount)
    {
        accounts[id.Index].Free -= amount;
        TotalFree -= amount;
    }

    /// <summary>Puts alpha that already exists into a stake pool, to the name of <paramref name="account"/>.</summary>
    internal void Deposit(AccountId account, Subnet subnet, AccountId hotkey, Alpha amount) =>
        AddShares(account, subnet, hotkey, subnet.Stakes.Deposit(hotkey, amount, out var shares), shares);

    internal void Deposit(AccountId account, Subnet subnet, AccountId hotkey, Alpha amount, ulong shares) =>
        AddShares(account, subnet, hotkey, subnet.Stakes.Deposit(hotkey, amount, shares), shares);

    internal void Release(AccountId account, Subnet subnet, AccountId hotkey, Alpha amount, ulong shares)
    {
        var pool = subnet.Stakes.Release(hotkey, amount, shares);
        var owner = AccountOf(account);
        var before = owner.SharesOf(subnet.Netuid, hotkey);
        owner.SetShares(subnet.Netuid, hotkey, before - shares, pool.Place);
        if (subnet.Netuid.IsRoot && HasClaims) AdjustClaims(account, hotkey, before, before - shares);
    }

    private void AddShares(AccountId account, Subnet subnet, AccountId hotkey, StakePool pool, ulong shares)
    {
        var owner = AccountOf(account);
        if (subnet.Netuid.IsRoot && HasClaims && owner.SharesOf(subnet.Netuid, hotkey) is var before) AdjustClaims(account, hotkey, before, before + shares);
        owner.AddShares(subnet.Netuid, hotkey, shares, pool.Place);
    }

    private void AdjustClaims(AccountId account, AccountId hotkey, ulong sharesBefore, ulong sharesAfter)
    {
        var place = Root.Stakes.PlaceOf(hotkey)!.Value;
        foreach (var subnet in SubnetSpan)
            if (!subnet.Claims.IsEmpty)
                subnet.Claims.Adjust(place, account, sharesBefore, sharesAfter);
    }

    /// <summary>Pays a hotkey's dividend: its take to itself, the rest to all who delegate to it.</summary>
    internal void PayDividend(Subnet subnet, AccountId hotkey, I96F32 dividend, out Alpha paid)
    {
        var (own, rest) = DelegateTake.Split(dividend, AccountOf(hotkey).DelegateTakeU16);
        if (!own.IsZero) Deposit(hotkey, subnet, hotkey, own);
        PayNominators(subnet, hotkey, rest);
        paid = own + rest;
    }

    internal void PayNominators(Subnet subnet, AccountId hotkey, Alpha amount)
    {
        if (amount.IsZero) return;
        if (!subnet.Stakes.PayDividend(hotkey, amount)) Deposit(hotkey, subnet, hotkey, amount);
    }
}
