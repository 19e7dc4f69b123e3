using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Validators;

namespace Dtao.Strategies.Foundations;

/// <summary>Turns the pay of a subnet that pays for holding over to those who sell.</summary>
/// <remarks>
/// The foundation's public code paid each coldkey by the TAO for which it had unstaked since the last tempo; with more than half of the stake
/// weight, who did not copy it lost dividends.
/// </remarks>
[Strategy("intervene", Role.Foundation,
    Rule = "It votes by the owners' code; where a subnet that pays for holding reaches its rank or price share, it says that it will pay for selling, and with what weight, and then scores miners there by what they sold since the last epoch.",
    Source = "record.md 1.2: unconst/Lolocaust, commit d0209bb, algorithm and README")]
public sealed class Intervene : Guardian
{
    [Knob(KnobUnit.Fraction, "1: says so first; 0: acts in silence", AtLeast = 0, AtMost = 1)]
    public required double Announce { get; init; }

    [Knob(KnobUnit.Fraction, "1: pays those who sold; 0: pays all miners alike, so that holding is paid no more and selling neither", AtLeast = 0, AtMost = 1)]
    public required double PaySellers { get; init; }

    protected override bool Speaks => Announce >= 0.5;

    protected override bool Acts => true;

    protected override void Turn(Metagraph subnet, Span<double> scores)
    {
        if (PaySellers >= 0.5) Scores.BySales(subnet, scores);
        else scores.Fill(1);
    }
}
