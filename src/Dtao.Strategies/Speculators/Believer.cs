using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>
/// A trader who has heard what subnets pay for, holds it against what they pay, and expects others to have heard it too.
/// News of that kind makes it look sooner than it meant to, after a time to react.
/// </summary>
public abstract class Believer : Trader
{
    private PayBeliefs? beliefs;
    private long next;

    [Knob(KnobUnit.Fraction, "How far one post on what a subnet pays for moves its belief", AtLeast = 0, AtMost = 1)]
    public required double Trust { get; init; }

    [Knob(KnobUnit.Fraction, "Stake weight round a majority within which it is unsure whether a say can be carried out", AtLeast = 0.001, AtMost = 1)]
    public required double Unsure { get; init; }

    [Knob(KnobUnit.Fraction, "How far what an epoch paid moves its belief", AtLeast = 0, AtMost = 1)]
    public required double Revise { get; init; }

    [Knob(KnobUnit.Fraction, "Share of the alpha held for its pay that it expects others to sell when that pay is in doubt; 0 expects nobody to", AtLeast = 0, AtMost = 1)]
    public required double Others { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which the fear of others' sales has faded to 1/e", AtLeast = 1, AtMost = 2_628_000)]
    public required double Calm { get; init; }

    [Knob(KnobUnit.Fraction, "Change of belief that makes it look sooner than it meant to", AtLeast = 0, AtMost = 1)]
    public required double Alarm { get; init; }

    [Knob(KnobUnit.Blocks, "Median time from such news to its next look", AtLeast = 1, AtMost = 2_628_000)]
    public required double Reaction { get; init; }

    [Knob(KnobUnit.Number, "Standard deviation of the log of that time", AtLeast = 0, AtMost = 5)]
    public required double ReactionSpread { get; init; }

    protected PayBeliefs Beliefs => beliefs ??= new PayBeliefs(Trust, Unsure, Revise, Calm);

    public override Intent Decide(Sight sight, Dice dice)
    {
        var changed = Beliefs.Update(sight);
        Listen(sight, dice);
        if (sight.Now.Height >= next)
        {
            var intent = Look(sight, dice);
            next = sight.Now.Height + Math.Max(1, (long)dice.Exponential(PauseNow));
            return Wait(intent);
        }
        if (changed >= Alarm && changed > 0) next = Math.Min(next, sight.Now.Height + Math.Max(1, (long)dice.LogNormal(Reaction, ReactionSpread)));
        return Wait(Intent.None);
    }

    /// <summary>Mean time to its next look, blocks.</summary>
    protected virtual double PauseNow => Pause;

    /// <summary>Decides, at a look; says nothing of when to be woken.</summary>
    protected abstract Intent Look(Sight sight, Dice dice);

    /// <summary>Takes note of what it hears, at every wake.</summary>
    protected virtual void Listen(Sight sight, Dice dice)
    {
    }

    /// <summary>Sells what it no longer wants: all of it, at any price, where it fears a fall beyond what an order's limit would bear; else within its bounds.</summary>
    protected void Abandon(Orders orders, in Protocol.Ledgers.SubnetQuote quote)
    {
        if (!orders.MaySell(quote)) return;
        if (Beliefs.FearedFall(quote, Others) > Slippage) orders.Leave(quote);
        else orders.Sell(quote);
    }

    private Intent Wait(Intent intent) =>
        intent.WakeMe(When.At(new Protocol.Units.Block(next)), When.Post(Topic.PayForHolding, Topic.PayForSelling));
}
