using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>Who has most to say in an epoch, and how far from the others that is. For looking at: it pays nobody.</summary>
/// <param name="Uid">The validator with most active stake, the lower uid of equals; −1 where nobody has any.</param>
/// <param name="Share">Its share of the active stake.</param>
/// <param name="Apart">
/// Half the sum of absolute differences between its weights and the others' mean by active stake, both as shares: 0 the same, 1 nothing in common.
/// Null where it or all others set none.
/// </param>
public readonly record struct Sway(int Uid, I32F32 Share, I32F32? Apart)
{
    /// <summary>Products round down, so that this much may be missing in a sum of them; others with less stake than it have none to speak of.</summary>
    private const long MostLostInSums = 1L << 20;

    /// <param name="sums">Σ of active stake × weight by column, over all rows.</param>
    /// <param name="lists">Where its weights are looked at.</param>
    internal static Sway Of(ValidatorRows rows, I32F32[] active, I32F32[] sums, EpochLists lists)
    {
        var top = 0;
        for (var uid = 1; uid < active.Length; uid++)
            if (active[uid] > active[top])
                top = uid;
        if (active.Length == 0 || active[top] == I32F32.Zero) return new(-1, I32F32.Zero, null);
        return new(top, active[top], rows.RowOf[top] is >= 0 and var row ? ApartOf(rows.Weights.Row(row, lists.Weights), active[top], sums) : null);
    }

    /// <summary>Half of Σ |w − o ÷ s| is Σ of what w exceeds o ÷ s by, since both sum to 1.</summary>
    private static I32F32? ApartOf(ReadOnlySpan<I32F32> own, I32F32 stake, I32F32[] sums)
    {
        var others = Shares.Sum(sums) - stake;
        if (Shares.Sum(own) == I32F32.Zero || others.Raw < MostLostInSums) return null;
        var (share, apart) = (new Divisor(others), I32F32.Zero);
        for (var uid = 0; uid < own.Length; uid++)
        {
            var rest = sums[uid] - stake * own[uid];
            apart += I32F32.Max(I32F32.Zero, own[uid] - share.Divide(I32F32.Max(I32F32.Zero, rest))); // without branches, which would go either way as often
        }
        return apart;
    }
}
