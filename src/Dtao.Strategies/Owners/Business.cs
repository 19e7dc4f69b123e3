using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Outside;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>Sells the work of its miners: what they are paid to do is worth something to others, and those others pay for a part of it.</summary>
/// <remarks>
/// Its output is demand · e ÷ (e + h): e is what miners are paid for work, h what would have to be paid to meet half of the demand. The first TAO of pay
/// buys more than the last, so pay beyond what there is demand for buys nothing.
/// </remarks>
[Strategy("business", Role.Owner,
    Rule = "Its subnet's work is worth to others what demand there is and as far as miners are paid to meet it; a part of that comes in as revenue, of which it spends a share on its own alpha.",
    Source = "protocol.md 0, what revenue and buy-backs were hoped to do; Schwartz (1997), JF 52, a level that reverts; our choice of form")]
public sealed class Business : Venture
{
    private MeanReversion? demand;

    [Knob(KnobUnit.Tao, "What its work would be worth to others a day if all demand were met, on average", AtLeast = 0, AtMost = 1e5)]
    public required double Demand { get; init; }

    [Knob(KnobUnit.Fraction, "Share of what its work is worth that is paid for; 0 gives it away", AtLeast = 0, AtMost = 1)]
    public required double Paid { get; init; }

    [Knob(KnobUnit.Tao, "What miners must be paid a day for work to meet half of the demand", AtLeast = 0.001, AtMost = 1e5)]
    public required double HalfAt { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which a deviation of demand has faded to 1/e", AtLeast = 7200, AtMost = 2_628_000)]
    public required double Reversion { get; init; }

    [Knob(KnobUnit.Number, "Standard deviation of the log of demand, jumps apart", AtLeast = 0, AtMost = 3)]
    public required double Spread { get; init; }

    [Knob(KnobUnit.Blocks, "Mean time between jumps of demand: a customer won or lost", AtLeast = 7200, AtMost = 26_280_000)]
    public required double JumpEvery { get; init; }

    [Knob(KnobUnit.Number, "Standard deviation of a jump of log demand", AtLeast = 0, AtMost = 3)]
    public required double JumpSize { get; init; }

    protected override (double Revenue, double Output) Run(double paidEffort, double days, Sight sight, Dice dice)
    {
        demand ??= new MeanReversion(Demand, Reversion, Spread, JumpEvery, JumpSize);
        var output = demand.At(sight.Now.Height, dice) * (paidEffort / (paidEffort + HalfAt));
        return (Paid * output, output);
    }
}
