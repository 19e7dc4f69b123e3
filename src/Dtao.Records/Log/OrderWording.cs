using System.Diagnostics;
using Dtao.Protocol.Ledgers;
using Dtao.Records.Events;
using Serilog.Events;

namespace Dtao.Records.Log;

/// <summary>How an order reads, as it was asked.</summary>
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
    private static readonly MessageTemplate ToRegister = Line.Words("{Agent} asks for a place on SN{Netuid}");

    public static LogEvent Of(LedgerCommand command, in RunEvent order, string agent, DateTimeOffset at) => command switch
    {
        Stake stake => Open(nameof(Stake), order, agent, stake.Limit).Of(stake.Netuid).With("Tao", "tao_rao", stake.Amount)
            .Told(at, LogEventLevel.Debug, ToStake),
        Unstake unstake => Open(nameof(Unstake), order, agent, unstake.Limit).Of(unstake.Netuid).With("Alpha", "alpha_rao", unstake.Amount)
            .Told(at, LogEventLevel.Debug, ToUnstake),
        Move move => Open(nameof(Move), order, agent, move.Limit).Of(move.Origin).With("ToNetuid", (long)move.Destination.Value)
            .With("Alpha", "alpha_rao", move.Amount).Told(at, LogEventLevel.Debug, ToMove),
        SetWeights weights => Open(nameof(SetWeights), order, agent, limit: null).Of(weights.Netuid).With("Miners", (long)weights.Weights.Length)
            .Told(at, LogEventLevel.Debug, ToWeigh),
        RegisterNeuron neuron => Open(nameof(RegisterNeuron), order, agent, limit: null).Of(neuron.Netuid).Told(at, LogEventLevel.Debug, ToRegister),
        RegisterSubnet => Open(nameof(RegisterSubnet), order, agent, limit: null).Told(at, LogEventLevel.Debug, ToFound),
        OfferSubnet { Ask: { } ask } offer => Open(nameof(OfferSubnet), order, agent, limit: null).Of(offer.Netuid).With("Tao", "tao_rao", ask)
            .Told(at, LogEventLevel.Debug, ToOffer),
        OfferSubnet offer => Open(nameof(OfferSubnet), order, agent, limit: null).Of(offer.Netuid).Told(at, LogEventLevel.Debug, ToKeep),
        BuySubnet purchase => Open(nameof(BuySubnet), order, agent, limit: null).Of(purchase.Netuid).With("Tao", "tao_rao", purchase.Most)
            .Told(at, LogEventLevel.Debug, ToBuy),
        SetChildren named => Open(nameof(SetChildren), order, agent, limit: null).Of(named.Netuid).With("Children", (long)named.Children.Length)
            .Told(at, LogEventLevel.Debug, ToLend),
        SetChildTake take => Open(nameof(SetChildTake), order, agent, limit: null).Of(take.Netuid).With("Take", take.TakeU16 / 65535.0)
            .Told(at, LogEventLevel.Debug, ToTake),
        _ => throw new UnreachableException($"No words for {command}."),
    };

    private static Line Open(string kind, in RunEvent order, string agent, PriceLimit? limit)
    {
        var line = new Line(kind, order).With("Agent", agent);
        return limit is { } bound ? line.WithRao("limit_rao", bound.Rao).If(bound.AllowPartial, "AllowPartial") : line;
    }
}
