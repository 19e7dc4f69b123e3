using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Validators;

/// <summary>Leaves its dividends where they accrue, but for a share that pays for its machines.</summary>
[Strategy("stake-dividends", Role.Validator,
    Rule = "Every pause it sells a share of the dividends that it has earned since the last one; the rest stays staked and earns on.",
    Source = "history/record.md 5.3; root dividends are staked by the chain itself, protocol.md 1.4")]
public sealed class DividendStaker : IStrategy
{
    private readonly Income income = new();

    [Knob(KnobUnit.Fraction, "Share of its alpha dividends that it sells", AtLeast = 0, AtMost = 1)]
    public required double Share { get; init; }

    [Knob(KnobUnit.Blocks, "Time between sales", AtLeast = 1, AtMost = 2_628_000)]
    public required double Pause { get; init; }

    public Intent Decide(Sight sight, Dice dice) =>
        Intent.Of(income.Sell(sight, Share)).WakeMe(When.In(sight.Now, (long)Pause));
}
