using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Outside;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Says how the world outside stands to coins. It owns nothing and trades nothing, and nothing in the market moves it.</summary>
[Strategy("market-regime", Role.Speculator,
    Rule = "It posts again and again whether there is a bull or a bear market outside, and at a turn, as news, the log change that this makes to what all subnets are worth.",
    Source = "Hamilton (1989), Econometrica 57, regimes as a Markov chain; our choice of values")]
public sealed class MarketRegime : IStrategy
{
    private Regime? regime;
    private bool? wasBull;

    [Knob(KnobUnit.Blocks, "Mean length of a bull market", AtLeast = 1, AtMost = 26_280_000)]
    public required double Bull { get; init; }

    [Knob(KnobUnit.Blocks, "Mean length of a bear market", AtLeast = 1, AtMost = 26_280_000)]
    public required double Bear { get; init; }

    [Knob(KnobUnit.Fraction, "Chance that the run begins in a bull market", AtLeast = 0, AtMost = 1)]
    public required double BeginsBull { get; init; }

    [Knob(KnobUnit.Fraction, "Log change of what all subnets are worth at a turn, up or down", AtLeast = 0, AtMost = 5)]
    public required double Shift { get; init; }

    [Knob(KnobUnit.Blocks, "Time between two posts", AtLeast = 1, AtMost = 2_628_000)]
    public required double Repeat { get; init; }

    public Intent Decide(Sight sight, Dice dice)
    {
        regime ??= new Regime(Bull, Bear, BeginsBull);
        var isBull = regime.IsBullAt(sight.Now.Height, dice);
        var sign = isBull ? 1 : -1;
        var intent = Intent.None.Say(new Post(NetUid.Root, Topic.Regime, sign));
        if (wasBull is { } was && was != isBull && Shift > 0) intent = intent.Say(new Post(NetUid.Root, Topic.News, sign * Shift));
        wasBull = isBull;
        return intent.WakeMe(When.At(new Block(Math.Min(sight.Now.Height + (long)Repeat, regime.TurnsAt))));
    }
}
