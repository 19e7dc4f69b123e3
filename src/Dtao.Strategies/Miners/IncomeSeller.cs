using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Miners;

/// <summary>Pays its costs: sells a share of what it has earned, and keeps the rest staked.</summary>
[Strategy("sell-income", Role.Miner,
    Rule = "Every pause it sells a share of the alpha that it has earned since the last one, and keeps the rest staked.",
    Source = "history/record.md 5.3, miner and owner sellers")]
public sealed class IncomeSeller : IStrategy
{
    private readonly Income income = new();

    [Knob(KnobUnit.Fraction, "Share of its income that it sells", AtLeast = 0, AtMost = 1)]
    public required double Share { get; init; }

    [Knob(KnobUnit.Blocks, "Time between sales", AtLeast = 1, AtMost = 2_628_000)]
    public required double Pause { get; init; }

    public Intent Decide(Sight sight, Dice dice) =>
        Intent.Of(income.Sell(sight, Share)).WakeMe(When.In(sight.Now, (long)Pause));
}
