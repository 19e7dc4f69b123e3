using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Sensing;

/// <summary>
/// What an agent believes of one subnet: that alpha held there is paid for. It is told so, or told otherwise, and holds what it was told
/// against what is then paid.
/// </summary>
/// <remarks>
/// A rumour that pay will turn to those who sell is believed as far as whoever stands behind it has the stake weight to carry it out: at kappa,
/// one half, it would set the consensus alone. What others were told they believe as well, so a loss of belief is also a fear of their sales;
/// the fear fades, and is taken back when holders are paid as before.
/// </remarks>
public sealed class PayBelief
{
    /// <summary>Half of the stake weight sets the consensus.</summary>
    private const double Majority = 0.5;

    private double weightBehind = double.NaN;

    /// <summary>How far those who say that holding is paid have been borne out; 0 to 1. Who was wrong is not believed again for saying so again.</summary>
    private double faith = 1;

    /// <summary>Credence that alpha held is paid for, 0 to 1.</summary>
    public double Paid { get; private set; }

    /// <summary>How much credence was lost of late, and so, it must think, by others too; 0 to 1.</summary>
    public double Fear { get; private set; }

    /// <summary>The block of the last epoch that it has looked at.</summary>
    public long Compared { get; private set; }

    /// <summary>Takes up what it is told.</summary>
    /// <param name="trust">How far one post moves it; 0 to 1.</param>
    /// <param name="doubt">Stake weight above or below a majority within which it is unsure; above 0.</param>
    public void Hear(Heard post, double trust, double doubt)
    {
        if (!double.IsFinite(post.Value)) return;
        switch (post.Topic)
        {
            case Topic.StakeShare: weightBehind = post.Value; break;
            case Topic.PayForHolding: Move(Paid + trust * faith * (post.Value - Paid)); break;
            case Topic.PayForSelling: Move(Paid * (1 - trust * post.Value * Plausible(doubt))); break;
            default: break;
        }
    }

    /// <summary>Compares with what an epoch paid, and to whom.</summary>
    /// <param name="revision">How far one epoch moves it; 0 to 1.</param>
    public void Compare(Metagraph subnet, double revision)
    {
        if (!subnet.IsOfEpoch || subnet.Block.Height <= Compared) return;
        Compared = subnet.Block.Height;
        weightBehind = Math.Min(weightBehind, subnet.LargestVote); // nobody has more weight than the one who has most, whatever was said
        if (Paid <= 0 && Fear <= 0) return;
        var fit = subnet.PayByHolding;
        faith += revision * (fit - faith);
        Move(Paid + revision * (fit - Paid));
    }

    public void Fade(double kept) => Fear *= kept;

    /// <summary>Alpha a day that an alpha held by a neuron would be paid, by the last epoch and by its own belief.</summary>
    public double YieldPerDay(Metagraph subnet, ushort tempoBlocks) =>
        subnet.HeldTokens > 0 ? Paid * subnet.Incentive.Tokens / subnet.HeldTokens * Protocol.Units.Block.PerDay / (tempoBlocks + 1) : 0;

    private double Plausible(double doubt) => double.IsNaN(weightBehind) ? 0.5 : Reproducible.Logistic((weightBehind - Majority) / doubt);

    /// <summary>Lost credence adds to the fear, regained credence takes from it.</summary>
    private void Move(double paid)
    {
        Fear = Math.Clamp(Fear + Paid - paid, 0, 1);
        Paid = Math.Clamp(paid, 0, 1);
    }
}
