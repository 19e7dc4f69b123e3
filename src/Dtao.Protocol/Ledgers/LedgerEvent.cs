using System.Collections.Immutable;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Registration;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What happened on the ledger, in the past tense.</summary>
public abstract record LedgerEvent;

/// <summary>The one end of a command: done, done in part, or refused.</summary>
public abstract record Outcome(AccountId Account) : LedgerEvent;

/// <param name="Paid">TAO taken from the account, fee included.</param>
/// <param name="Fee">The part of it that buys nothing.</param>
/// <param name="Partial">Whether a limit cut the amount asked for.</param>
public sealed record Staked(AccountId Account, NetUid Netuid, AccountId Hotkey, Tao Paid, Tao Fee, Alpha Received, ulong Shares, bool Partial) : Outcome(Account)
{
    /// <summary>Whether the fee leaves the pool.</summary>
    public bool FeeLeaves { get; init; }

    internal Tao FeeOut => FeeLeaves ? Fee : Tao.Zero;
}

/// <param name="Received">TAO paid to the account, the fee taken off.</param>
public sealed record Unstaked(AccountId Account, NetUid Netuid, AccountId Hotkey, Alpha Sold, ulong Shares, Tao Received, Tao Fee, bool Partial) : Outcome(Account)
{
    /// <inheritdoc cref="Staked.FeeLeaves"/>
    public bool FeeLeaves { get; init; }

    internal Tao FeeOut => FeeLeaves ? Fee : Tao.Zero;
}

/// <param name="Out">The unstaking leg.</param>
/// <param name="In">The staking leg; null when too little TAO was left to stake, which then stays free.</param>
public sealed record Moved(AccountId Account, Unstaked Out, Staked? In) : Outcome(Account);

/// <summary>Stake that changed its hotkey within one subnet.</summary>
public sealed record Redelegated(AccountId Account, NetUid Netuid, AccountId From, AccountId To, Alpha Amount, ulong SharesOut, ulong SharesIn) : Outcome(Account);

/// <param name="Uid">The neuron that set them.</param>
/// <param name="Weights">Scaled so that the largest is 65535.</param>
public sealed record WeightsSet(AccountId Account, NetUid Netuid, ushort Uid, ImmutableArray<Link> Weights) : Outcome(Account);

/// <param name="Paid">TAO that went into the subnet's pool.</param>
/// <param name="Burned">The alpha it bought, which nobody owns and which no longer exists.</param>
/// <param name="Replaced">Who lost the uid; null where it was free.</param>
public sealed record NeuronRegistered(AccountId Account, NetUid Netuid, ushort Uid, Tao Paid, Alpha Burned, AccountId? Replaced) : Outcome(Account);

/// <param name="Lock">TAO paid.</param>
/// <param name="Opened">What of it opens the pool, and what is burned.</param>
public sealed record SubnetRegistered(AccountId Account, NetUid Netuid, Tao Lock, NewPool Opened) : Outcome(Account)
{
    /// <summary>The subnet that it takes the place of, which is taken off the chain; null where there was room.</summary>
    public Dissolution? Dissolved { get; init; }
}

/// <summary>A subnet may emit from here on.</summary>
public sealed record SubnetStarted(AccountId Account, NetUid Netuid) : Outcome(Account);

public sealed record RootClaimSet(AccountId Account, bool Keep) : Outcome(Account);

/// <param name="Ask">The price; null where the offer was taken back.</param>
public sealed record SubnetOffered(AccountId Account, NetUid Netuid, Tao? Ask) : Outcome(Account);

/// <param name="Account">The new owner.</param>
/// <param name="Paid">TAO from the new owner to the old one.</param>
public sealed record SubnetSold(AccountId Account, NetUid Netuid, AccountId Seller, Tao Paid) : Outcome(Account);

/// <param name="After">They count from the first epoch after this block.</param>
public sealed record ChildrenScheduled(AccountId Account, NetUid Netuid, ImmutableArray<Kin> Children, Block After) : Outcome(Account);

public sealed record ChildTakeSet(AccountId Account, NetUid Netuid, ushort TakeU16) : Outcome(Account);

/// <param name="Replaced">Who lost the seat; null where it was free.</param>
public sealed record RootSeatTaken(AccountId Account, ushort Uid, AccountId? Replaced) : Outcome(Account);

/// <param name="Uid">The seat.</param>
/// <param name="Weights">Scaled so that the largest is 65535.</param>
public sealed record RootWeightsSet(AccountId Account, ushort Uid, ImmutableArray<RootWeight> Weights) : Outcome(Account);

/// <param name="Amount">TAO that came in from outside.</param>
public sealed record Deposited(AccountId Account, Tao Amount) : Outcome(Account);

/// <param name="Amount">TAO that was paid outside.</param>
public sealed record Withdrawn(AccountId Account, Tao Amount) : Outcome(Account);

public sealed record UsefulnessReported(AccountId Account, NetUid Netuid, Tao ADay) : Outcome(Account);

public sealed record Refused(LedgerCommand Command, Refusal Reason) : Outcome(Command.Account);

/// <summary>A subnet's epoch: what its pending pots paid. Under the old mechanism it paid TAO, which incentive and owner's cut tell one to one, and all dividends are root's.</summary>
/// <param name="Incentive">Alpha to miners.</param>
/// <param name="Dividends">Alpha to validators and their nominators.</param>
/// <param name="OwnerCut">Alpha to the owner.</param>
/// <param name="RootDividends">TAO to the root stake of the validators.</param>
/// <param name="Dust">Alpha that the chain's floors left to nobody.</param>
public sealed record EpochDrained(NetUid Netuid, Alpha Incentive, Alpha Dividends, Alpha OwnerCut, Tao RootDividends, Alpha Dust) : LedgerEvent
{
    /// <summary>Alpha of the incentive that fell to the owner's own hotkeys and was not paid.</summary>
    public Alpha Withheld { get; init; }

    /// <summary>The hotkeys that took part, and the owner: whoever may have been paid.</summary>
    public ImmutableArray<AccountId> Paid { get; init; } = [];

    /// <summary>Whom it paid how much; null where that is not known.</summary>
    public EpochPay? Pay { get; init; }

    /// <summary>Whose weights are the newest among those that counted in it; null where none did. Of several of one block, those of the lowest uid.</summary>
    public AccountId? NewestVoter { get; init; }

    /// <summary>Who had most to say, and what changed in what miners are paid for.</summary>
    public EpochPower Power { get; init; } = EpochPower.None;
}

/// <summary>From this block on other rules are in force.</summary>
public sealed record RulesSwitched(string Name) : LedgerEvent;

/// <summary>The block emission of TAO halved.</summary>
public sealed record EmissionHalved(Tao BlockEmission) : LedgerEvent;

/// <summary>From here on a subnet's injection is cut to its alpha emission, so that its TAO lifts the price.</summary>
public sealed record CapBegan(NetUid Netuid) : LedgerEvent
{
    /// <summary>Blocks on end after which it is told: caps of a block or two come and go. Our choice.</summary>
    public const int AfterBlocks = 10;
}

public sealed record CapEnded(NetUid Netuid, long Blocks) : LedgerEvent
{
    /// <summary>TAO that went into the pool beyond what the alpha that went in with it was worth.</summary>
    public Tao Beyond { get; init; }
}
