using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Acting;

/// <summary>What miners, validators and owners have in common who live on their income: now and then they sell a share of it and keep the rest staked.</summary>
public abstract class IncomeSelling : IStrategy
{
    private readonly Income income = new();

    [Knob(KnobUnit.Fraction, "Share of what it has earned since the last sale that it sells", AtLeast = 0, AtMost = 1)]
    public required double Share { get; init; }

    [Knob(KnobUnit.Blocks, "Time between sales", AtLeast = 1, AtMost = 2_628_000)]
    public required double Pause { get; init; }

    public virtual Intent Decide(Sight sight, Dice dice) =>
        Intent.Of(income.Sell(sight, Share)).WakeMe(When.In(sight.Now, (long)Pause));
}
