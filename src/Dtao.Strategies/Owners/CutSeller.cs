using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>Pays its team out of the owner cut: sells a share of it and holds the rest. It would sell the subnet, too.</summary>
[Strategy("sell-cut", Role.Owner,
    Rule = "Every pause it sells a share of the owner cut that it has received since the last one, and holds the rest; its subnet is for sale at its price.",
    Source = "record.md 5.3: the mean owner sold 16 % of the cut (Sep 2026)")]
public sealed class CutSeller : IncomeSelling
{
    [Knob(KnobUnit.Tao, "What it asks for its subnet; 0 keeps it", AtLeast = 0, AtMost = 1e6)]
    public required double Ask { get; init; }

    public override Intent Decide(Sight sight, Dice dice)
    {
        var sales = base.Decide(sight, dice);
        return sales with { Commands = [.. Offers.Missing(sight, Ask), .. sales.Commands] };
    }
}
