using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>Who decided in an epoch what miners are paid for, and by how much that changed. Fractions, 0 to 1; NaN where it cannot be told.</summary>
/// <param name="Top">The validator with most active stake; null where nobody has any.</param>
/// <param name="Share">Its share of the active stake.</param>
/// <param name="Apart">How far its weights are from the mean of the others', by active stake: half the sum of absolute differences.</param>
/// <param name="Moved">How far miners' shares of the incentive are from those of the epoch before: half the sum of absolute differences. 0 where either paid none.</param>
public readonly record struct EpochPower(AccountId? Top, double Share, double Apart, double Moved)
{
    /// <summary>A sum of shares below this is none: each was floored.</summary>
    private const long Nothing = 1L << 31;

    /// <summary>2³² ÷ 65535, floored.</summary>
    private const long OneOf65535 = 65_537;

    public static EpochPower None => new(null, 0, double.NaN, 0);

    /// <summary>To be taken before the neurons forget what the epoch before left with them.</summary>
    internal static EpochPower Of(EpochOutcome outcome, Neuron[] neurons)
    {
        var (uid, share, apart) = outcome.Sway;
        return new(uid < 0 ? null : neurons[uid].Hotkey, share.ToDouble(), apart?.ToDouble() ?? double.NaN, Change(outcome.Scores.Incentive, neurons));
    }

    private static double Change(I32F32[] now, Neuron[] neurons)
    {
        var (before, after, apart) = (0L, 0L, 0L);
        for (var uid = 0; uid < now.Length; uid++)
        {
            var (was, becomes) = (neurons[uid].Score.Incentive * OneOf65535, now[uid].Raw);
            before += was;
            after += becomes;
            apart += Math.Abs(becomes - was);
        }
        return before < Nothing || after < Nothing ? 0 : new I32F32(apart / 2).ToDouble();
    }
}
