using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Validators;

/// <summary>Looks at nobody's work: it sets what the others agreed on, an epoch late.</summary>
[Strategy("weight-copier", Role.Validator,
    Rule = "Every pause it gives the miners of each subnet the weights by which the last epoch paid them.",
    Source = "protocol.md 1.5: whoever is closest to the consensus loses no dividends; record.md 1.2: \"if you dont copy our weights you lose dividends\"")]
public sealed class WeightCopier : Voting
{
    protected override void Score(Sight sight, Metagraph subnet, Dice dice, Span<double> scores) => Scores.ByConsensus(subnet, scores);
}
