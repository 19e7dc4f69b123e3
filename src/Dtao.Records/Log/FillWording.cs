using System.Diagnostics;
using Dtao.Protocol.Ledgers;
using Dtao.Records.Events;
using Serilog.Events;

namespace Dtao.Records.Log;

/// <summary>How an order's end reads.</summary>
internal sealed class FillWording(AgentNames names)
{
    private static readonly MessageTemplate Bought = Line.Words("{Agent} bought {Alpha} of SN{Netuid}");
    private static readonly MessageTemplate Sold = Line.Words("{Agent} sold {Alpha} of SN{Netuid}");
    private static readonly MessageTemplate MovedAll = Line.Words("{Agent} moved {Alpha} of SN{Netuid} to {AlphaIn} of SN{ToNetuid}");
    private static readonly MessageTemplate MovedOut = Line.Words("{Agent} moved {Alpha} out of SN{Netuid} and kept {Tao} TAO");
    private static readonly MessageTemplate ToOther = Line.Words("{Agent} moved {Alpha} of SN{Netuid} to another hotkey");
    private static readonly MessageTemplate NotDone = Line.Words("{Agent} was refused {Order} on SN{Netuid}: {Reason}");

    private static readonly MessageTemplate Weighed = Line.Words("{Agent} weighed {Miners} miners of SN{Netuid}");
    private static readonly MessageTemplate Lent = Line.Words("{Agent} lends its stake on SN{Netuid} to {Children} children from the first epoch after block {After}");
    private static readonly MessageTemplate Taken = Line.Words("{Agent} keeps {Take} of its dividends on SN{Netuid} as a child");

    private static readonly MessageTemplate Brought = Line.Words("{Agent} brought {Tao} TAO in from outside");
    private static readonly MessageTemplate PaidOutside = Line.Words("{Agent} paid {Tao} TAO outside");
    private static readonly MessageTemplate Found = Line.Words("{Agent} reports that SN{Netuid} is worth {Tao} TAO a day to others");

    private static readonly MessageTemplate Begun = Line.Words("{Agent} started SN{Netuid}");
    private static readonly MessageTemplate Keeps = Line.Words("{Agent} keeps root's alpha as it is");
    private static readonly MessageTemplate Sells = Line.Words("{Agent} has root's alpha sold");

    private static readonly MessageTemplate Sits = Line.Words("{Agent} took a seat on root");
    private static readonly MessageTemplate Voted = Line.Words("{Agent} gives emission to {Netuids} netuids");

    private readonly RegistrationWording registering = new(names);

    public LogEvent Of(Outcome outcome, in RunEvent told, DateTimeOffset at, LogEventLevel level) => outcome switch
    {
        Staked staked => Open(nameof(Staked), outcome, told).Of(staked.Netuid).With("Alpha", "alpha_rao", staked.Received)
            .WithRao("tao_rao", staked.Paid.Rao).If(staked.Partial, "Partial").Told(at, level, Bought),
        Unstaked unstaked => Open(nameof(Unstaked), outcome, told).Of(unstaked.Netuid).With("Alpha", "alpha_rao", unstaked.Sold)
            .WithRao("tao_rao", unstaked.Received.Rao).If(unstaked.Partial, "Partial").Told(at, level, Sold),
        Moved moved => Of(moved, told, at, level),
        Redelegated moved => Open(nameof(Redelegated), outcome, told).Of(moved.Netuid).With("Alpha", "alpha_rao", moved.Amount).Told(at, level, ToOther),
        Refused refused => Open(nameof(Refused), outcome, told).Of(refused.Command.Subnet()).With("Order", refused.Command.GetType().Name)
            .With("Reason", refused.Reason.ToString()).Told(at, LogEventLevel.Debug, NotDone),
        WeightsSet set => Open(nameof(WeightsSet), outcome, told).Of(set.Netuid).With("Uid", (long)set.Uid).With("Miners", (long)set.Weights.Length).Told(at, level, Weighed),
        NeuronRegistered registered => registering.Of(registered, told, at, level),
        SubnetRegistered registered => registering.Of(registered, told, at, level),
        SubnetOffered offered => registering.Of(offered, told, at, level),
        SubnetSold sold => registering.Of(sold, told, at, level),
        ChildrenScheduled named => Open(nameof(ChildrenScheduled), outcome, told).Of(named.Netuid).With("Children", (long)named.Children.Length)
            .With("After", named.After.Height).Told(at, level, Lent),
        ChildTakeSet take => Open(nameof(ChildTakeSet), outcome, told).Of(take.Netuid).With("Take", take.TakeU16 / 65535.0).Told(at, level, Taken),
        Deposited deposited => Open(nameof(Deposited), outcome, told).With("Tao", "tao_rao", deposited.Amount).Told(at, level, Brought),
        Withdrawn withdrawn => Open(nameof(Withdrawn), outcome, told).With("Tao", "tao_rao", withdrawn.Amount).Told(at, level, PaidOutside),
        UsefulnessReported reported => Open(nameof(UsefulnessReported), outcome, told).Of(reported.Netuid).With("Tao", "tao_rao", reported.ADay).Told(at, level, Found),
        SubnetStarted started => Open(nameof(SubnetStarted), outcome, told).Of(started.Netuid).Told(at, level, Begun),
        RootClaimSet claim => Open(nameof(RootClaimSet), outcome, told).If(claim.Keep, "Keep").Told(at, level, claim.Keep ? Keeps : Sells),
        RootSeatTaken taken => Of(taken, told, at, level),
        RootWeightsSet set => Open(nameof(RootWeightsSet), outcome, told).With("Uid", (long)set.Uid).With("Netuids", (long)set.Weights.Length)
            .With("weights", OrderWording.Pairs(set.Weights)).Told(at, level, Voted),
        _ => throw new UnreachableException($"No words for {outcome}."),
    };

    private LogEvent Of(RootSeatTaken taken, in RunEvent told, DateTimeOffset at, LogEventLevel level)
    {
        var line = Open(nameof(RootSeatTaken), taken, told).With("Uid", (long)taken.Uid);
        return (taken.Replaced is { } loser ? line.With("Replaced", names.Of(loser)) : line).Told(at, level, Sits);
    }

    private LogEvent Of(Moved moved, in RunEvent told, DateTimeOffset at, LogEventLevel level)
    {
        var line = Open(nameof(Moved), moved, told).Of(moved.Out.Netuid)
            .With("Alpha", "alpha_rao", moved.Out.Sold).With("Tao", "tao_rao", moved.Out.Received).If(moved.Out.Partial, "Partial");
        return moved.In is { } leg
            ? line.With("ToNetuid", (long)leg.Netuid.Value).With("AlphaIn", "alpha_in_rao", leg.Received).Told(at, level, MovedAll)
            : line.Told(at, level, MovedOut);
    }

    private Line Open(string kind, Outcome outcome, in RunEvent told) => new Line(kind, told).With("Agent", names.Of(outcome.Account));
}
