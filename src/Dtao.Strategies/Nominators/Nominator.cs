using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Nominators;

/// <summary>Stakes with validators and leaves it to them to earn: it moves its stake to those who earn more with a vote.</summary>
/// <remarks>
/// A TAO on root votes on every subnet where its validator does, so what it earns there is the sum over subnets of root's dividends times the
/// validator's share of dividends against its share of votes; on a subnet it is that ratio alone. It looks at no price, and so never leaves a pool.
/// </remarks>
[Strategy("nominator", Role.Speculator,
    Rule = "Every pause it compares, for its root stake and for its alpha on each subnet, what validators earned with a vote, and moves a part of it to one that earned more by a margin.",
    Source = "protocol.md 1.4, dividends of nominators; record.md 1.2: \"if you dont copy our weights you lose dividends\", which their nominators lose too")]
public sealed class Nominator : IStrategy
{
    /// <summary>A part smaller than this is not worth dividing a stake for; alpha or TAO.</summary>
    private const double LeastPart = 1;

    [Knob(KnobUnit.Blocks, "Mean time between looks; pauses are exponential", AtLeast = 1, AtMost = 2_628_000)]
    public required double Pause { get; init; }

    [Knob(KnobUnit.Fraction, "By how much another validator must have earned more with a vote", AtLeast = 0, AtMost = 100)]
    public required double Margin { get; init; }

    [Knob(KnobUnit.Fraction, "Part of a stake that it moves at one look; less than 1 TAO or alpha it moves whole", AtLeast = 0, AtMost = 1)]
    public required double Part { get; init; }

    public Intent Decide(Sight sight, Dice dice)
    {
        var commands = new List<LedgerCommand?>();
        foreach (var holding in sight.Own.Holdings)
            if (holding.Hotkey != sight.Own.Account)
                commands.Add(Redelegate(sight, holding, dice));
        return Intent.Of(commands).WakeMe(When.In(sight.Now, (long)dice.Exponential(Pause)));
    }

    /// <summary>Whoever earned more is picked by how much more: all to the very best would be a herd that nobody asked for.</summary>
    private Move? Redelegate(Sight sight, Holding holding, Dice dice)
    {
        if (holding.Amount.IsZero || Part <= 0) return null;
        var part = Alpha.Min(holding.Amount, new Alpha((ulong)(holding.Amount.Rao * Part)));
        var amount = part.Tokens < LeastPart ? holding.Amount : part;
        var earned = holding.Netuid.IsRoot ? OnRoot(sight) : On(sight, holding.Netuid);
        var least = (1 + Margin) * earned.Of(holding.Hotkey.Index);
        var others = earned.Above(least, except: holding.Hotkey.Index);
        if (dice.Weighted(Array.ConvertAll(others, validator => validator.Earned - least)) is not { } picked) return null;
        return new Move(sight.Own.Account, holding.Netuid, holding.Hotkey, holding.Netuid, new AccountId(others[picked].Hotkey), amount);
    }

    private static ValidatorEarnings OnRoot(Sight sight)
    {
        var earned = new ValidatorEarnings();
        foreach (var page in sight.Market.Metagraphs)
            if (sight.Market.Find(page.Netuid) is { } quote)
                Add(earned, page, quote.LastRootDividends.Tokens / (quote.TempoBlocks + 1));
        return earned;
    }

    private static ValidatorEarnings On(Sight sight, NetUid netuid)
    {
        var earned = new ValidatorEarnings();
        if (sight.MetagraphOf(netuid) is { } page) Add(earned, page, 1);
        return earned;
    }

    private static void Add(ValidatorEarnings earned, Metagraph page, double paid) => earned.Add(page.Voters.Hotkeys, page.Voters.Earned(paid));
}
