using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.RootNetwork;
using Dtao.Records.Events;
using Serilog.Events;

namespace Dtao.Records.Log;

/// <summary>How an order reads, as it was asked: with all that the ledger needs to settle it once more.</summary>
internal static class OrderWording
{
    private static readonly MessageTemplate ToStake = Line.Words("{Agent} asks to stake {Tao} TAO on SN{Netuid}");
    private static readonly MessageTemplate ToUnstake = Line.Words("{Agent} asks to unstake {Alpha} of SN{Netuid}");
    private static readonly MessageTemplate ToMove = Line.Words("{Agent} asks to move {Alpha} of SN{Netuid} to SN{ToNetuid}");
    private static readonly MessageTemplate ToWeigh = Line.Words("{Agent} asks to weigh {Miners} miners of SN{Netuid}");
    private static readonly MessageTemplate ToFound = Line.Words("{Agent} asks for a new subnet");
    private static readonly MessageTemplate ToOffer = Line.Words("{Agent} asks to offer SN{Netuid} for {Tao} TAO");
    private static readonly MessageTemplate ToKeep = Line.Words("{Agent} asks to offer SN{Netuid} no longer");
    private static readonly MessageTemplate ToBuy = Line.Words("{Agent} asks to buy SN{Netuid} for up to {Tao} TAO");
    private static readonly MessageTemplate ToLend = Line.Words("{Agent} asks to lend its stake on SN{Netuid} to {Children} children");
    private static readonly MessageTemplate ToTake = Line.Words("{Agent} asks to keep {Take} of its dividends on SN{Netuid} as a child");
    private static readonly MessageTemplate ToBring = Line.Words("{Agent} asks to bring {Tao} TAO in from outside");
    private static readonly MessageTemplate ToPay = Line.Words("{Agent} asks to pay {Tao} TAO outside");
    private static readonly MessageTemplate ToReport = Line.Words("{Agent} asks to report that SN{Netuid} is worth {Tao} TAO a day to others");
    private static readonly MessageTemplate ToStart = Line.Words("{Agent} asks to start SN{Netuid}");
    private static readonly MessageTemplate ToClaim = Line.Words("{Agent} asks for root's alpha as it is");
    private static readonly MessageTemplate ToSell = Line.Words("{Agent} asks to have root's alpha sold");
    private static readonly MessageTemplate ToRegister = Line.Words("{Agent} asks for a place on SN{Netuid}");
    private static readonly MessageTemplate ToSit = Line.Words("{Agent} asks for a seat on root");
    private static readonly MessageTemplate ToVote = Line.Words("{Agent} asks to give emission to {Netuids} netuids");

    public static LogEvent Of(LedgerCommand command, in RunEvent order, string agent, DateTimeOffset at)
    {
        var line = new Line(EventSchema.Ordered, order).With("Agent", agent).With("Order", command.GetType().Name).With("account", (long)command.Account.Index);
        return command switch
        {
            Stake stake => line.Of(stake.Netuid).With("Tao", "tao_rao", stake.Amount).By(stake.Hotkey).Within(stake.Limit).Told(at, LogEventLevel.Debug, ToStake),
            Unstake unstake => line.Of(unstake.Netuid).With("Alpha", "alpha_rao", unstake.Amount).By(unstake.Hotkey).Within(unstake.Limit)
                .Told(at, LogEventLevel.Debug, ToUnstake),
            Move move => line.Of(move.Origin).With("ToNetuid", (long)move.Destination.Value).With("Alpha", "alpha_rao", move.Amount).By(move.OriginHotkey)
                .With("to_hotkey", (long)move.DestinationHotkey.Index).Within(move.Limit).Told(at, LogEventLevel.Debug, ToMove),
            SetWeights weights => line.Of(weights.Netuid).With("Miners", (long)weights.Weights.Length)
                .With("weights", Pairs(weights.Weights, weight => $"{weight.Uid}:{weight.Value}")).Told(at, LogEventLevel.Debug, ToWeigh),
            RegisterNeuron neuron => line.Of(neuron.Netuid).Told(at, LogEventLevel.Debug, ToRegister),
            RegisterSubnet => line.Told(at, LogEventLevel.Debug, ToFound),
            OfferSubnet { Ask: { } ask } offer => line.Of(offer.Netuid).With("Tao", "tao_rao", ask).Told(at, LogEventLevel.Debug, ToOffer),
            OfferSubnet offer => line.Of(offer.Netuid).Told(at, LogEventLevel.Debug, ToKeep),
            BuySubnet purchase => line.Of(purchase.Netuid).With("Tao", "tao_rao", purchase.Most).Told(at, LogEventLevel.Debug, ToBuy),
            SetChildren named => line.Of(named.Netuid).With("Children", (long)named.Children.Length)
                .With("children", Pairs(named.Children, child => $"{child.Hotkey.Index}:{child.Proportion}")).Told(at, LogEventLevel.Debug, ToLend),
            SetChildTake take => line.Of(take.Netuid).With("Take", take.TakeU16 / 65535.0).With("take_u16", (long)take.TakeU16).Told(at, LogEventLevel.Debug, ToTake),
            Deposit deposit => line.With("Tao", "tao_rao", deposit.Amount).Told(at, LogEventLevel.Debug, ToBring),
            Withdraw withdraw => line.With("Tao", "tao_rao", withdraw.Amount).Told(at, LogEventLevel.Debug, ToPay),
            ReportUsefulness report => line.Of(report.Netuid).With("Tao", "tao_rao", report.ADay).Told(at, LogEventLevel.Debug, ToReport),
            StartSubnet start => line.Of(start.Netuid).Told(at, LogEventLevel.Debug, ToStart),
            SetRootClaim claim => line.If(claim.Keep, "Keep").Told(at, LogEventLevel.Debug, claim.Keep ? ToClaim : ToSell),
            TakeRootSeat => line.Told(at, LogEventLevel.Debug, ToSit),
            SetRootWeights vote => line.With("Netuids", (long)vote.Weights.Length).With("weights", Pairs(vote.Weights)).Told(at, LogEventLevel.Debug, ToVote),
            _ => throw new UnreachableException($"No words for {command}."),
        };
    }

    /// <summary>A root validator's vote, netuid by netuid.</summary>
    internal static string Pairs(ImmutableArray<RootWeight> vote) => Pairs(vote, weight => $"{weight.Netuid.Value}:{weight.Value}");

    private static string Pairs<T>(ImmutableArray<T> items, Func<T, FormattableString> pair) =>
        string.Join(' ', items.Select(item => pair(item).ToString(CultureInfo.InvariantCulture)));
}
