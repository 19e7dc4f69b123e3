using System.Runtime.CompilerServices;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Registration;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>One subnet's part of the state. Only the ledger writes it.</summary>
public sealed class Subnet(NetUid netuid, ISwapCurve curve, AccountId owner, Block registeredAt)
{
    private (bool IsKnown, I96F32 Price) priced;
    private SubnetFacts? facts;
    private Neuron[] neurons = []; // exactly as many as there are: a place is taken far less often than an epoch reads them all

    /// <summary>A dynamic subnet with a pool and nobody on it.</summary>
    /// <param name="now">When its first interval of registrations begins.</param>
    internal static Subnet Opened(NetUid netuid, AccountId owner, Pool pool, I96F32 movingPrice, Block registeredAt, ProtocolRules rules, Block now) =>
        new(netuid, rules.PoolCurve, owner, registeredAt)
        {
            Pool = pool,
            MovingPrice = movingPrice,
            TempoBlocks = rules.TempoBlocks,
            Terms = { Burn = new Tao(rules.Registration.InitialBurnRao), AdjustedAt = now },
        };

    /// <summary>A subnet of the old mechanism, without a pool and with nobody on it.</summary>
    /// <param name="locked">What its owner has locked.</param>
    internal static Subnet WithoutPool(NetUid netuid, AccountId owner, Tao locked, Block registeredAt, ProtocolRules rules, Block now) =>
        new(netuid, OneToOne.Curve, owner, registeredAt)
        {
            Locked = locked,
            TempoBlocks = rules.TempoBlocks,
            Terms = { Burn = new Tao(rules.Registration.InitialBurnRao), AdjustedAt = now },
        };

    public NetUid Netuid { get; } = netuid;

    public ISwapCurve Curve
    {
        get;
        internal set => (field, priced.IsKnown, facts) = (value, false, null);
    } = curve;

    public AccountId Owner
    {
        get;
        internal set => (field, facts) = (value, null);
    } = owner;

    /// <summary>For how much its owner would sell it; null for not at all.</summary>
    public Tao? Ask
    {
        get;
        internal set => (field, facts) = (value, null);
    }

    public Block RegisteredAt { get; } = registeredAt;

    /// <summary>From when on it may emit; null where its owner has yet to start it.</summary>
    public Block? StartedAt
    {
        get;
        internal set => (field, facts) = (value, null);
    } = registeredAt;

    /// <summary>Whether the alpha in its pool counts as the chain's own when it is taken off.</summary>
    public bool PoolIsWithheld { get; internal set; }

    /// <summary>Whether it gets TAO at all.</summary>
    public bool EmissionEnabled { get; internal set; } = true;

    /// <summary>Whether it is among those that the chain shares emission out to, be it switched off.</summary>
    internal bool IsListed => RegistrationOpen && IsStarted;

    /// <summary>Whether it gets what its share is.</summary>
    internal bool MayEmit => IsListed && EmissionEnabled;

    public ushort TempoBlocks { get; internal init; }

    /// <summary>No epoch is due before this block, by what was last worked out; each look at the schedule would be a division.</summary>
    internal Block NoEpochBefore { get; set; }

    public bool RegistrationOpen { get; internal set; } = true;

    public RegistrationTerms Terms { get; } = new();

    public Pool Pool
    {
        get;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal set => (field, priced.IsKnown) = (value, false);
    }

    /// <summary>SubnetAlphaOut: all alpha ever issued outside the pool and not sold back into it.</summary>
    public Alpha AlphaOut { get; internal set; }

    /// <summary>The raw moving price; a stable subnet's counts as 1.</summary>
    public I96F32 MovingPrice { get; internal set; }

    /// <summary>What its epochs know from one to the next. It decides nothing, so it is neither saved nor hashed.</summary>
    internal EpochMemory Memory { get; } = new();

    public StakePools Stakes { get; } = new();

    public Kinship Kinship { get; } = new();

    public IReadOnlyList<Neuron> Neurons => neurons;

    /// <summary>The same, for those who look at all of them every block or epoch; valid until the next registration.</summary>
    internal Neuron[] NeuronArray => neurons;

    internal ReadOnlySpan<Neuron> NeuronSpan => neurons;

    public Alpha PendingEmission { get; internal set; }

    public Alpha PendingOwnerCut { get; internal set; }

    /// <summary>Root's alpha that was set aside for sale since the last epoch; a count, not a holding.</summary>
    public Alpha PendingAlphaSwapped { get; internal set; }

    public Tao PendingRootDividends { get; internal set; }

    /// <summary>What root's last epoch gave it of a block's emission; root's own is not made.</summary>
    public Tao Voted
    {
        get;
        internal set => (field, facts) = (value, null);
    }

    /// <summary>TAO that waits for the subnet's epoch, under the old mechanism.</summary>
    public Tao PendingTao { get; internal set; }

    /// <summary>TAO that its owner has locked and has back, or in its pool, once there is one; under the old mechanism.</summary>
    public Tao Locked { get; internal set; }

    /// <summary>Alpha that the chain's separate floors left to nobody.</summary>
    public Alpha Dust { get; internal set; }

    /// <summary>Alpha that a payout created beyond what was set aside (v2.0.1, v2.0.4).</summary>
    public Alpha DriftCreated { get; internal set; }

    /// <summary>Alpha that a payout set aside and never paid (v2.0.4).</summary>
    public Alpha DriftLost { get; internal set; }

    /// <summary>Alpha set aside for root since the last epoch, where root claims it.</summary>
    public Alpha PendingRootAlpha { get; internal set; }

    /// <summary>What root stake has been set aside of this subnet's alpha.</summary>
    public RootClaims Claims { get; } = new();

    /// <summary>Alpha that the chain has bought and holds.</summary>
    public Alpha ProtocolAlpha
    {
        get;
        internal set => (field, facts) = (value, null);
    }

    /// <summary>TAO that came in by the last block: injected, and spent by the chain.</summary>
    public Tao TaoEmission { get; internal set; }

    /// <summary>The part of it with which the chain bought alpha.</summary>
    public Tao ChainBuy
    {
        get;
        internal set => (field, facts) = (value, field == value ? facts : null); // in most blocks it is what it was
    }

    /// <summary>TAO that people put into the pool less what they took out since the last look at it, rao.</summary>
    internal long UserFlowed { get; set; }

    /// <summary>The same for the chain, rao.</summary>
    internal long ProtocolFlowed { get; set; }

    /// <summary>Moving average of people's flow, rao a block; null while no rule reads flows.</summary>
    public double? UserFlow
    {
        get;
        internal set => (field, facts) = (value, null);
    }

    /// <summary>Moving average of the chain's own flow, rao a block.</summary>
    public double ProtocolFlow
    {
        get;
        internal set => (field, facts) = (value, null);
    }

    /// <summary>Share of the last epoch's incentive that was the owner's and not paid, 0 to 1.</summary>
    public double MinerBurned
    {
        get;
        internal set => (field, facts) = (value, null);
    }

    /// <summary>What the rule of emission keeps of this subnet from block to block.</summary>
    public double RuleHolds { get; internal set; }

    /// <summary>Alpha dividends of the last epoch.</summary>
    public Alpha LastDividends
    {
        get;
        internal set => (field, facts) = (value, null);
    }

    /// <summary>TAO dividends to root of the last epoch.</summary>
    public Tao LastRootDividends
    {
        get;
        internal set => (field, facts) = (value, null);
    }

    /// <summary>What its work is worth to others, TAO a day, by the oracle's last word.</summary>
    public Tao Usefulness
    {
        get;
        internal set => (field, facts) = (value, null);
    }

    /// <summary>For how many blocks on end the injection cap has bound.</summary>
    public long CapBoundBlocks { get; internal set; }

    /// <summary>TAO injected in those blocks, since the ledger was read, beyond what the alpha injected with it was worth. It is told, not kept.</summary>
    public Tao CapBeyond { get; internal set; }

    /// <summary>Whether it takes part in the emission of alpha.</summary>
    public bool IsStarted
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => StartedAt is not null;
    }

    /// <summary>Whether anything has come about that only later rules know.</summary>
    internal bool IsReformed =>
        UserFlow is not null || !Claims.IsEmpty || !ProtocolAlpha.IsZero || !ChainBuy.IsZero || !PendingRootAlpha.IsZero || MinerBurned != 0 || RuleHolds != 0 || !Pool.Weight.IsHalf;

    public bool IsDynamic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Curve is not OneToOne;
    }

    /// <summary>A + O: what halves the subnet's own emission.</summary>
    public Alpha AlphaIssuance
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Pool.AlphaReserve + AlphaOut;
    }

    /// <summary>Worked out once for every state of the pool: a block's step ends with the price that the next one begins with.</summary>
    public I96F32 SpotPrice
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => priced.IsKnown ? priced.Price : NewSpotPrice();
    }

    /// <summary>What its quotes have in common from block to block: made anew where it is no longer true. It decides nothing, so it is neither saved nor hashed.</summary>
    internal SubnetFacts Facts => facts is { } known && known.AgreeWith(this) ? known : facts = SubnetFacts.Of(this);

    /// <summary>The uid of <paramref name="hotkey"/>; null where it is not registered.</summary>
    public ushort? UidOf(AccountId hotkey)
    {
        var all = NeuronSpan;
        for (var uid = 0; uid < all.Length; uid++)
            if (all[uid].Hotkey == hotkey)
                return (ushort)uid;
        return null;
    }

    internal void Register(Neuron neuron) => (neurons, facts) = ([.. neurons, neuron], null);

    /// <summary>Puts a new neuron at <paramref name="uid"/>, next to the last or in the place of whoever holds it; nothing of the old one stays.</summary>
    internal void Register(Neuron neuron, ushort uid)
    {
        if (uid == neurons.Length) Register(neuron);
        else neurons[uid] = neuron;
    }

    private I96F32 NewSpotPrice() => (priced = (true, Curve.SpotPriceDirectly(Pool))).Price;
}
