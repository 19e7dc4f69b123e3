using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>Does nothing with its subnet, and one day would be glad to be rid of it.</summary>
[Strategy("hold-cut", Role.Owner,
    Rule = "It holds the owner cut and never trades; after some time it asks a low price for its subnet.",
    Source = "record.md 2: four owners of five sold nothing in a month; 1.1: subnet 28 had been another's before")]
public sealed class CutHolder : IStrategy
{
    private Block? tiredAt;

    [Knob(KnobUnit.Blocks, "Time from its first look until it offers its subnet", AtLeast = 1, AtMost = 26_280_000)]
    public required double Patience { get; init; }

    [Knob(KnobUnit.Tao, "What it asks for its subnet; 0 keeps it", AtLeast = 0, AtMost = 1e6)]
    public required double Ask { get; init; }

    public Intent Decide(Sight sight, Dice dice)
    {
        var tired = tiredAt ??= sight.Now + (long)Patience;
        return sight.Now < tired
            ? Intent.None.WakeMe(When.At(tired))
            : Intent.Of(Offers.Missing(sight, Ask)).WakeMe(When.In(sight.Now, Block.PerDay)); // a subnet may come to it later
    }
}
