using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>
/// What becomes of a stake, an unstake or a move, read off the state; the tests stand in the chain's order.
/// Minimum and liquidity are judged on the amount asked for, even where a limit then cuts it.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>staking/stake_utils.rs: validate_add_stake, validate_remove_stake, validate_stake_transition</c>.</remarks>
internal sealed class StakingDecisions(LedgerState state, ProtocolRules rules)
{
    private readonly SwapFee fees = rules.Fee;

    public Outcome Decide(Stake command)
    {
        if (state.Find(command.Netuid) is not { } subnet) return new Refused(command, Refusal.UnknownSubnet);
        if (HasNoPool(subnet)) return new Refused(command, Refusal.NoPool);
        if (!subnet.IsStarted) return new Refused(command, Refusal.SubnetNotStarted);
        if (command.Amount.Rao < rules.MinimumStakeRao + fees.FlatRao) return new Refused(command, Refusal.AmountTooLow);
        var most = command.Limit is { } limit ? fees.Before(subnet.Curve.MostToStake(subnet.Pool, limit.Rao)) : LimitOrder.Unlimited;
        if (IsSlipping(command.Limit, command.Amount.Rao, most)) return new Refused(command, Refusal.SlippageTooHigh);
        if (state.AccountOf(command.Account).Free < command.Amount) return new Refused(command, Refusal.InsufficientTao);
        if (!state.Knows(command.Hotkey)) return new Refused(command, Refusal.UnknownHotkey);
        if (subnet.Curve.Buy(subnet.Pool, command.Amount) is null) return new Refused(command, Refusal.InsufficientLiquidity);
        var paid = new Tao(Math.Min(command.Amount.Rao, most));
        if (paid.Rao <= fees.FlatRao) return new Refused(command, Refusal.SlippageTooHigh);
        return StakeInto(subnet, command.Account, command.Hotkey, paid, FeeOn(subnet, paid), partial: paid < command.Amount) is { } staked
            ? staked
            : new Refused(command, Refusal.InsufficientLiquidity);
    }

    public Outcome Decide(Unstake command)
    {
        if (state.Find(command.Netuid) is not { } subnet) return new Refused(command, Refusal.UnknownSubnet);
        if (HasNoPool(subnet)) return new Refused(command, Refusal.NoPool);
        if (subnet.Curve.Sell(subnet.Pool, command.Amount) is not { } whole) return new Refused(command, Refusal.InsufficientLiquidity);
        if (whole.Received.Rao <= rules.MinimumStakeRao) return new Refused(command, Refusal.AmountTooLow);
        var most = command.Limit is { } limit ? fees.Before(subnet.Curve.MostToUnstake(subnet.Pool, limit.Rao)) : LimitOrder.Unlimited;
        if (IsSlipping(command.Limit, command.Amount.Rao, most)) return new Refused(command, Refusal.SlippageTooHigh);
        if (!state.Knows(command.Hotkey)) return new Refused(command, Refusal.UnknownHotkey);
        if (state.StakeOf(command.Account, command.Netuid, command.Hotkey) < command.Amount) return new Refused(command, Refusal.InsufficientAlpha);
        var sold = new Alpha(Math.Min(command.Amount.Rao, most));
        return UnstakeFrom(subnet, command.Account, command.Hotkey, sold, partial: sold < command.Amount) is { } unstaked
            ? unstaked
            : new Refused(command, Refusal.SlippageTooHigh);
    }

    public Outcome Decide(Move command)
    {
        if (state.Find(command.Origin) is not { } origin || state.Find(command.Destination) is not { } destination)
            return new Refused(command, Refusal.UnknownSubnet);
        if (HasNoPool(origin) || HasNoPool(destination)) return new Refused(command, Refusal.NoPool);
        if (!state.Knows(command.OriginHotkey) || !state.Knows(command.DestinationHotkey)) return new Refused(command, Refusal.UnknownHotkey);
        if (state.StakeOf(command.Account, command.Origin, command.OriginHotkey) < command.Amount) return new Refused(command, Refusal.InsufficientAlpha);
        if (!destination.IsStarted) return new Refused(command, Refusal.SubnetNotStarted);
        return origin == destination ? Redelegate(command, origin) : MoveBetween(command, origin, destination);
    }

    private Outcome MoveBetween(Move command, Subnet origin, Subnet destination)
    {
        if (origin.Curve.Sell(origin.Pool, command.Amount) is not { } whole) return new Refused(command, Refusal.InsufficientLiquidity);
        if (whole.Received.Rao <= rules.MinimumStakeRao) return new Refused(command, Refusal.AmountTooLow);
        if (destination.Curve.Buy(destination.Pool, whole.Received) is null) return new Refused(command, Refusal.InsufficientLiquidity);
        var most = command.Limit is { } limit ? MostToMove(origin, destination, limit.Rao) : LimitOrder.Unlimited;
        if (IsSlipping(command.Limit, command.Amount.Rao, most)) return new Refused(command, Refusal.SlippageTooHigh);
        var moved = new Alpha(Math.Min(command.Amount.Rao, most));
        if (UnstakeFrom(origin, command.Account, command.OriginHotkey, moved, partial: moved < command.Amount) is not { } leg)
            return new Refused(command, Refusal.SlippageTooHigh);
        var staked = leg.Received.Rao < rules.MinimumStakeRao + fees.FlatRao
            ? null
            : StakeInto(destination, command.Account, command.DestinationHotkey, leg.Received, leg.FeeLeaves ? Tao.Zero : FeeOn(destination, leg.Received), leg.Partial);
        return new Moved(command.Account, leg, staked);
    }

    private Outcome Redelegate(Move command, Subnet subnet)
    {
        if (subnet.Curve.Sell(subnet.Pool, command.Amount) is not { } worth) return new Refused(command, Refusal.InsufficientLiquidity);
        if (worth.Received.Rao <= rules.MinimumStakeRao || command.OriginHotkey == command.DestinationHotkey) return new Refused(command, Refusal.AmountTooLow);
        return new Redelegated(
            command.Account, subnet.Netuid, command.OriginHotkey, command.DestinationHotkey, command.Amount,
            SharesToRelease(subnet, command.Account, command.OriginHotkey, command.Amount),
            subnet.Stakes.SharesFor(command.DestinationHotkey, command.Amount));
    }

    private Staked? StakeInto(Subnet subnet, AccountId account, AccountId hotkey, Tao paid, Tao fee, bool partial) =>
        subnet.Curve.Buy(subnet.Pool, paid - fee) is { Bought.IsZero: false } swap
            ? new Staked(account, subnet.Netuid, hotkey, paid, fee, swap.Bought, subnet.Stakes.SharesFor(hotkey, swap.Bought), partial) { FeeLeaves = IsRated(subnet) }
            : null;

    private Unstaked? UnstakeFrom(Subnet subnet, AccountId account, AccountId hotkey, Alpha sold, bool partial) =>
        sold.IsZero || Proceeds(subnet, sold) is not { Received.IsZero: false } proceeds ? null
            : new Unstaked(account, subnet.Netuid, hotkey, sold, SharesToRelease(subnet, account, hotkey, sold), proceeds.Received, proceeds.Fee, partial) { FeeLeaves = IsRated(subnet) };

    /// <summary>A flat fee comes off what the alpha fetches. A share is taken of the alpha first, and sold after the rest.</summary>
    private (Tao Received, Tao Fee)? Proceeds(Subnet subnet, Alpha sold)
    {
        var share = IsRated(subnet) ? new Alpha(fees.RateOf(sold.Rao)) : Alpha.Zero;
        if (subnet.Curve.Sell(subnet.Pool, sold - share) is not { } swap) return null;
        if (IsRated(subnet)) return (swap.Received, share.IsZero ? Tao.Zero : subnet.Curve.Sell(swap.After, share)?.Received ?? Tao.Zero);
        return swap.Received.Rao > fees.FlatRao ? (swap.Received - new Tao(fees.FlatRao), new Tao(fees.FlatRao)) : null;
    }

    private Tao FeeOn(Subnet subnet, Tao paid) => new(IsRated(subnet) ? fees.RateOf(paid.Rao) : fees.FlatRao);

    /// <summary>Where nothing is swapped no share of it is taken.</summary>
    private bool IsRated(Subnet subnet) => fees.IsRate && subnet.IsDynamic;

    private ulong SharesToRelease(Subnet subnet, AccountId account, AccountId hotkey, Alpha amount) =>
        subnet.Stakes.Find(hotkey)!.SharesToRelease(amount, state.AccountOf(account).SharesOf(subnet.Netuid, hotkey));

    private static ulong MostToMove(Subnet origin, Subnet destination, ulong limit) => (origin.IsDynamic, destination.IsDynamic) switch
    {
        (true, true) => LimitOrder.MostToMove(origin.Pool, destination.Pool, limit),
        (false, true) => destination.Curve.MostToStake(destination.Pool, LimitOrder.InverseLimit(limit)),
        _ => origin.Curve.MostToUnstake(origin.Pool, limit),
    };

    /// <summary>Under the old mechanism stake is on root alone.</summary>
    private static bool HasNoPool(Subnet subnet) => !subnet.IsDynamic && !subnet.Netuid.IsRoot;

    private static bool IsSlipping(PriceLimit? limit, ulong asked, ulong most) => limit is { AllowPartial: false } && asked > most;
}
