using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>Founds a subnet when it can afford one, starts it where the rules want that, and lives on the cut.</summary>
[Strategy("founder", Role.Owner,
    Rule = "At Poisson times it tries to register a subnet, until it has one; it starts it as soon as it may, and sells a share of the owner cut now and then.",
    Source = "record.md section 2: one registration every 1 to 4 days, 70 subnets by day 12")]
public sealed class Founder : IncomeSelling
{
    [Knob(KnobUnit.Blocks, "Mean time between attempts to register", AtLeast = 1, AtMost = 26_280_000)]
    public required double Every { get; init; }

    public override Intent Decide(Sight sight, Dice dice)
    {
        var living = base.Decide(sight, dice);
        if (!sight.Quotes.Any(quote => quote.Owner == sight.Own.Account))
            return Intent.Of(new RegisterSubnet(sight.Own.Account)).WakeMe(When.In(sight.Now, (long)dice.Exponential(Every)));
        foreach (var quote in sight.Quotes)
            if (quote.Owner == sight.Own.Account && quote.StartedAt is null)
                living = living with { Commands = living.Commands.Add(new StartSubnet(sight.Own.Account, quote.Netuid)) }; // refused while the rules' delay lasts, and tried again at the next pause
        return living;
    }
}
