using Dtao.Protocol.Consensus;
using Dtao.Protocol.Markets;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Saving;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>Puts a ledger's first state together. Whatever TAO it is given is what is issued at genesis.</summary>
public sealed class Genesis
{
    private readonly LedgerState state;
    private readonly ProtocolRules rules;

    public Genesis(Block firstBlock, ProtocolRules rules)
    {
        this.rules = rules;
        state = new LedgerState(firstBlock) { LastSubnet = rules.Subnets.LastLockBefore(firstBlock) };
        var root = state.Open(new Account());
        state.Add(new Subnet(NetUid.Root, OneToOne.Curve, root, firstBlock));
    }

    private Genesis(LedgerState state, ProtocolRules rules) => (this.state, this.rules) = (state, rules);

    /// <summary>TAO put in so far: free, on root, in pools, and, of an earlier run's, pending and nobody's.</summary>
    public Tao Issued
    {
        get
        {
            var issued = state.TotalFree + state.Dust + state.AuthorFees + state.HotkeyPay.Total + new Tao(state.Root.Stakes.Total.Rao);
            foreach (var subnet in state.Subnets) issued += subnet.Pool.TaoReserve + subnet.PendingRootDividends + subnet.PendingTao + subnet.Locked;
            return issued;
        }
    }

    /// <summary>The state as it is so far, to look at.</summary>
    public LedgerState State => state;

    /// <summary>A first state that is an earlier run's: its accounts, stakes and pools, with room for more. It counts issue and commands anew.</summary>
    /// <exception cref="SavedLedgerRefused">There is no whole saved ledger in the stream.</exception>
    public static Genesis From(Stream saved, ProtocolRules rules)
    {
        using var reader = new BinaryReader(saved, System.Text.Encoding.UTF8, leaveOpen: true);
        var earlier = new LedgerReader(reader, rules).Read();
        (earlier.Minted, earlier.Burned, earlier.Settled) = (Tao.Zero, Tao.Zero, 0);
        return new Genesis(earlier, rules);
    }

    /// <summary>An account with TAO that was another's.</summary>
    /// <exception cref="OverflowException">The other has not that much.</exception>
    public AccountId Open(Tao free, AccountId from)
    {
        state.Debit(from, free);
        return Open(free);
    }

    /// <summary>Free TAO from one account to another.</summary>
    /// <exception cref="OverflowException">The other has not that much.</exception>
    public void Give(AccountId to, Tao free, AccountId from)
    {
        state.Debit(from, free);
        state.Credit(to, free);
    }

    /// <summary>Puts an account's free TAO on root, with <paramref name="hotkey"/>.</summary>
    /// <exception cref="OverflowException">It has not that much.</exception>
    public void StakeFree(AccountId account, AccountId hotkey, Tao amount)
    {
        state.Debit(account, amount);
        Stake(account, NetUid.Root, hotkey, new Alpha(amount.Rao));
    }

    /// <summary>Names the account that stands for exchanges and all wallets outside.</summary>
    public void SetElsewhere(AccountId account) => state.Elsewhere = account;

    /// <summary>Names the account whose word on the use of subnets counts.</summary>
    public void SetOracle(AccountId account) => state.Oracle = account;

    public AccountId Open(Tao free) => state.Open(new Account { Free = free, DelegateTakeU16 = rules.DelegateTakeU16 });

    /// <summary>Opens a subnet with nothing staked on it yet. Under the old mechanism it has no pool, and the TAO for it is what its owner has locked.</summary>
    /// <param name="registeredAt">Block 0 where nobody says when: long before the run, so that it is new to nobody and no rule holds it immune.</param>
    /// <param name="startedAt">From when on it emits, and its moving price has its age; null is the first block.</param>
    public void Open(NetUid netuid, AccountId owner, Pool pool, I96F32 movingPrice, Block registeredAt = default, Block? startedAt = null)
    {
        var subnet = rules.Mechanism == Mechanism.RootVote
            ? Subnet.WithoutPool(netuid, owner, pool.TaoReserve, registeredAt, rules, state.Block)
            : Subnet.Opened(netuid, owner, pool, movingPrice, registeredAt, rules, state.Block);
        subnet.MovingPrice = movingPrice;
        subnet.StartedAt = startedAt ?? state.Block;
        state.Add(subnet);
    }

    /// <summary>A stake that exists at genesis. On root the TAO counts as put there, so SubnetTAO[0] grows.</summary>
    public void Stake(AccountId account, NetUid netuid, AccountId hotkey, Alpha amount)
    {
        if (amount.IsZero) return;
        var subnet = state[netuid];
        state.Deposit(account, subnet, hotkey, amount);
        if (netuid.IsRoot) subnet.Pool = subnet.Pool with { TaoReserve = subnet.Pool.TaoReserve + new Tao(amount.Rao) };
        else subnet.AlphaOut += amount;
    }

    public void Register(NetUid netuid, AccountId hotkey) => state[netuid].Register(new Neuron(hotkey, state.Block));

    /// <summary>Lets the stake of <paramref name="parent"/> count for <paramref name="children"/>, in the place of any it had.</summary>
    /// <exception cref="OverflowException">The proportions together exceed 2⁶⁴ − 1.</exception>
    public void SetChildren(NetUid netuid, AccountId parent, params Kin[] children)
    {
        var whole = 0UL;
        foreach (var child in children) whole += child.Proportion;
        state[netuid].Kinship.SetChildren(parent, children);
    }

    /// <exception cref="InvariantBroken">What was put together does not add up.</exception>
    public Ledger Build()
    {
        (state.Issued, state.IssuedAtGenesis) = (Issued, Issued);
        return new Ledger(state, rules);
    }
}
