using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>Founds a subnet when it can afford one, and lives on the cut.</summary>
[Strategy("founder", Role.Owner,
    Rule = "At Poisson times it tries to register a subnet, until it has one; then it sells a share of the owner cut now and then.",
    Source = "history/record.md section 2: one registration every 1 to 4 days, 70 subnets by day 12")]
public sealed class Founder : IncomeSelling
{
    [Knob(KnobUnit.Blocks, "Mean time between attempts to register", AtLeast = 1, AtMost = 26_280_000)]
    public required double Every { get; init; }

    public override Intent Decide(Sight sight, Dice dice)
    {
        var living = base.Decide(sight, dice);
        return sight.Quotes.Any(quote => quote.Owner == sight.Own.Account)
            ? living
            : Intent.Of(new RegisterSubnet(sight.Own.Account)).WakeMe(When.In(sight.Now, (long)dice.Exponential(Every)));
    }
}
