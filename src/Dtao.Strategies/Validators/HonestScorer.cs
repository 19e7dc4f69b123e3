using Dtao.Strategies.Catalogue;

namespace Dtao.Strategies.Validators;

/// <summary>Scores what miners do, by the code that the subnet's owner publishes.</summary>
[Strategy("honest-scorer", Role.Validator,
    Rule = "Every pause it scores the miners of each subnet by the owner's published code: by the work it sees, or by alpha held where holding is paid; it copies the consensus where its dividends fall short.",
    Source = "protocol.md 1.5; record.md 1.1: validators run the subnet's code")]
public sealed class HonestScorer : CodeRunner;
