using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>Pays its team out of the owner cut: sells a share of it and holds the rest.</summary>
[Strategy("sell-cut", Role.Owner,
    Rule = "Every pause it sells a share of the owner cut that it has received since the last one, and holds the rest.",
    Source = "history/record.md 5.3: the mean owner sold 16 % of the cut (Sep 2026)")]
public sealed class CutSeller : IStrategy
{
    private readonly Income income = new();

    [Knob(KnobUnit.Fraction, "Share of the owner cut that it sells", AtLeast = 0, AtMost = 1)]
    public required double Share { get; init; }

    [Knob(KnobUnit.Blocks, "Time between sales", AtLeast = 1, AtMost = 2_628_000)]
    public required double Pause { get; init; }

    public Intent Decide(Sight sight, Dice dice) =>
        Intent.Of(income.Sell(sight, Share)).WakeMe(When.In(sight.Now, (long)Pause));
}
