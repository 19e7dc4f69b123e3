using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>Buys its own subnet's alpha for a time while no miner is paid, so that nobody there sells; waits for what the chain adds; sells all of it again.</summary>
/// <remarks>What it earns hangs on the rules of emission alone: whether what it bought raises the subnet's part, and how far the chain's TAO lifts the price.</remarks>
[Strategy("harvester", Role.Owner,
    Rule = "Its code gives all of miners' pay to its own uid; it buys its own alpha in steps, holds it and its cut for a time, sells everything in steps, rests, and begins again.",
    Source = "subtensor PR 2327: burn all of miners' pay, pump the flow, harvest chain buys, exit; record.md section 6")]
public sealed class Harvester : IStrategy
{
    private long? start;

    [Knob(KnobUnit.Blocks, "Time from its first look until it begins", AtLeast = 0, AtMost = 26_280_000)]
    public required double After { get; init; }

    [Knob(KnobUnit.Fraction, "Share of miners' pay that its code gives to its own uid", AtLeast = 0, AtMost = 1)]
    public required double Burn { get; init; }

    [Knob(KnobUnit.Blocks, "Time for which it buys", AtLeast = 1, AtMost = 2_628_000)]
    public required double BuyFor { get; init; }

    [Knob(KnobUnit.Blocks, "Time for which it then holds what it has", AtLeast = 1, AtMost = 26_280_000)]
    public required double HoldFor { get; init; }

    [Knob(KnobUnit.Blocks, "Time for which it then sells", AtLeast = 1, AtMost = 2_628_000)]
    public required double SellFor { get; init; }

    [Knob(KnobUnit.Blocks, "Time for which it then rests", AtLeast = 1, AtMost = 26_280_000)]
    public required double RestFor { get; init; }

    [Knob(KnobUnit.Blocks, "Time between two steps", AtLeast = 1, AtMost = 2_628_000)]
    public required double Step { get; init; }

    [Knob(KnobUnit.Fraction, "How far an order's average price may lie off spot", AtLeast = 0, AtMost = 1)]
    public required double Slippage { get; init; }

    public Intent Decide(Sight sight, Dice dice)
    {
        start ??= sight.Now.Height + (long)After;
        var intent = sight.OwnSubnet is { } own ? Intent.Of(Order(sight, own)).Say(new Post(own.Netuid, Topic.Output, 0), new Post(own.Netuid, Topic.Burn, Burn)) : Intent.None;
        return intent.WakeMe(When.In(sight.Now, (long)Step));
    }

    /// <summary>So much at a step that by the end of its time all is spent or sold.</summary>
    private LedgerCommand? Order(Sight sight, in SubnetQuote own)
    {
        var elapsed = sight.Now.Height - start!.Value;
        if (elapsed < 0) return null;
        var at = elapsed % (BuyFor + HoldFor + SellFor + RestFor);
        if (at < BuyFor) return sight.Buy(own, sight.Cash * Part(BuyFor - at), Slippage);
        at -= BuyFor + HoldFor;
        return at >= 0 && at < SellFor ? sight.Sell(own, Part(SellFor - at), Slippage) : null;
    }

    private double Part(double left) => Math.Min(1, Step / left);
}
