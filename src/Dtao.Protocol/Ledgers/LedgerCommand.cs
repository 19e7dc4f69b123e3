using System.Collections.Immutable;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What an account asks of the ledger.</summary>
public abstract record LedgerCommand(AccountId Account);

/// <summary>A bound on the average price of an order, in rao: per alpha for stake and unstake, origin price ÷ destination price × 10⁹ for a move.</summary>
/// <param name="AllowPartial">Whether to do the part that the limit lets through, or nothing at all.</param>
public readonly record struct PriceLimit(ulong Rao, bool AllowPartial);

/// <summary>Swaps TAO for the subnet's alpha and stakes it with <paramref name="Hotkey"/>. The fee is inside the amount. On root: stakes TAO one to one.</summary>
public sealed record Stake(AccountId Account, NetUid Netuid, AccountId Hotkey, Tao Amount, PriceLimit? Limit = null) : LedgerCommand(Account);

/// <summary>Takes alpha back from <paramref name="Hotkey"/> and swaps it for TAO, less the fee.</summary>
public sealed record Unstake(AccountId Account, NetUid Netuid, AccountId Hotkey, Alpha Amount, PriceLimit? Limit = null) : LedgerCommand(Account);

/// <summary>Unstakes on one subnet and stakes the TAO on another in one go; each leg pays its fee. Within one subnet it changes the hotkey without a swap.</summary>
public sealed record Move(AccountId Account, NetUid Origin, AccountId OriginHotkey, NetUid Destination, AccountId DestinationHotkey, Alpha Amount, PriceLimit? Limit = null)
    : LedgerCommand(Account);

/// <summary>Says as a validator what each miner is worth; only the ratios matter. The account is the neuron's hotkey.</summary>
public sealed record SetWeights(AccountId Account, NetUid Netuid, ImmutableArray<Link> Weights) : LedgerCommand(Account);

/// <summary>Buys a place on a subnet for the account as a hotkey, at the price of that moment; on a full subnet somebody loses theirs.</summary>
public sealed record RegisterNeuron(AccountId Account, NetUid Netuid) : LedgerCommand(Account);

/// <summary>Registers a new subnet with the account as its owner and its first neuron, at the lock cost of that moment.</summary>
public sealed record RegisterSubnet(AccountId Account) : LedgerCommand(Account);

/// <summary>Lets a subnet emit, as its owner; only where the rules wait for that.</summary>
public sealed record StartSubnet(AccountId Account, NetUid Netuid) : LedgerCommand(Account);

/// <summary>Says what becomes of root's alpha that falls to the account.</summary>
/// <param name="Keep">It is kept, staked on its subnet; else it is sold and the TAO staked on root, which is what happens to whoever has said nothing.</param>
public sealed record SetRootClaim(AccountId Account, bool Keep) : LedgerCommand(Account);

/// <summary>Puts a subnet up for sale by its owner, or takes the offer back.</summary>
/// <param name="Ask">The price; null for no offer.</param>
public sealed record OfferSubnet(AccountId Account, NetUid Netuid, Tao? Ask) : LedgerCommand(Account);

/// <summary>Takes the standing offer of a subnet's owner, if it asks for no more than <paramref name="Most"/>.</summary>
public sealed record BuySubnet(AccountId Account, NetUid Netuid, Tao Most) : LedgerCommand(Account);

/// <summary>Lets the account's stake weight on a subnet count for other hotkeys, in the place of all it named before; effective some time later.</summary>
public sealed record SetChildren(AccountId Account, NetUid Netuid, ImmutableArray<Kin> Children) : LedgerCommand(Account);

/// <summary>Says what the account keeps, as a child, of dividends before its parents have their part.</summary>
/// <param name="TakeU16">Over 65535.</param>
public sealed record SetChildTake(AccountId Account, NetUid Netuid, ushort TakeU16) : LedgerCommand(Account);

/// <summary>Takes a seat among the root validators for the account as a hotkey; where all are taken, that of whoever has least root stake, if the account has more.</summary>
public sealed record TakeRootSeat(AccountId Account) : LedgerCommand(Account);

/// <summary>Says as a root validator where emission is to go; only the ratios matter. What goes to root itself is not made.</summary>
public sealed record SetRootWeights(AccountId Account, ImmutableArray<RootWeight> Weights) : LedgerCommand(Account);

/// <summary>Brings TAO in from outside: from the account that stands for exchanges and all other wallets.</summary>
public sealed record Deposit(AccountId Account, Tao Amount) : LedgerCommand(Account);

/// <summary>Takes free TAO out, for what is paid for outside.</summary>
public sealed record Withdraw(AccountId Account, Tao Amount) : LedgerCommand(Account);

/// <summary>Says as the oracle what a subnet's work is worth to others, in TAO a day; the objective-function rule of emission reads it.</summary>
public sealed record ReportUsefulness(AccountId Account, NetUid Netuid, Tao ADay) : LedgerCommand(Account);
