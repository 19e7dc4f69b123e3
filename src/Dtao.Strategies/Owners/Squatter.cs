using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>Has a subnet on which nothing is done, and lives on what it is paid for that.</summary>
[Strategy("squatter", Role.Owner,
    Rule = "Its code gives a share of miners' pay to its own uid; it sells a share of all it earns, and makes known that its subnet's work is worth nothing.",
    Source = "protocol.md 3, owner's uid and miner burn; our choice of form")]
public sealed class Squatter : IncomeSelling
{
    [Knob(KnobUnit.Fraction, "Share of miners' pay that its code gives to its own uid", AtLeast = 0, AtMost = 1)]
    public required double Burn { get; init; }

    [Knob(KnobUnit.Tao, "What it asks for its subnet; 0 keeps it", AtLeast = 0, AtMost = 1e6)]
    public required double Ask { get; init; }

    public override Intent Decide(Sight sight, Dice dice)
    {
        var living = base.Decide(sight, dice);
        if (sight.OwnSubnet is not { } own) return living;
        return (living with { Commands = [.. Offers.Missing(sight, Ask), .. living.Commands] })
            .Say(new Post(own.Netuid, Topic.Output, 0), new Post(own.Netuid, Topic.Burn, Burn));
    }
}
