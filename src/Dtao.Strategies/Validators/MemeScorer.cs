using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Validators;

/// <summary>Pays whoever holds, whatever the subnet's code says.</summary>
[Strategy("meme-scorer", Role.Validator,
    Rule = "Every pause it scores the miners of each subnet by the alpha that they hold there.",
    Source = "record.md 1.1: miners scored by tokens held")]
public sealed class MemeScorer : Voting
{
    protected override void Score(Sight sight, Metagraph subnet, Dice dice, Span<double> scores) => Scores.ByHolding(subnet, scores);
}
