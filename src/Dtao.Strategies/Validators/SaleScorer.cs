using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Validators;

/// <summary>Pays for unstaking where a subnet's code pays for holding; elsewhere it runs the code.</summary>
/// <remarks>Where nobody has sold it sets nothing, and its last weights stand.</remarks>
[Strategy("sale-scorer", Role.Validator,
    Rule = "Just before each epoch of a subnet whose code pays for holding it scores neurons by the TAO for which they have unstaked since the last one; other subnets it scores by their code.",
    Source = "record.md 1.2: the algorithm of the foundation's public code, d0209bb")]
public sealed class SaleScorer : CodeRunner
{
    [Knob(KnobUnit.Fraction, "Part of a miner's pay for holding above which it pays for sales instead", AtLeast = 0, AtMost = 1)]
    public required double Tolerance { get; init; }

    protected override void Score(Sight sight, Metagraph subnet, Dice dice, Span<double> scores)
    {
        if (PayForHolding(subnet.Netuid) > Tolerance) Scores.BySales(subnet, scores);
        else base.Score(sight, subnet, dice, scores);
    }
}
