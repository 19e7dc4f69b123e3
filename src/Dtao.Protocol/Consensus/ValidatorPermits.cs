using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The top stakes may validate in the next epoch; ties go to the higher uid.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs: is_topk</c>, where a zero stake is not shut out; 14bc6f9f9 <c>is_topk_nonzero</c>, where it is.</remarks>
public static class ValidatorPermits
{
    private const int OnStack = 256;

    /// <param name="stake">From 0 to below 2¹⁵, by uid.</param>
    public static bool[] TopStakes(ReadOnlySpan<I32F32> stake, int count, bool nonZero = false)
    {
        var (permits, filled) = (new bool[stake.Length], 0);
        var staked = stake.Length <= OnStack ? stackalloc ulong[OnStack] : new ulong[stake.Length]; // a share above the uid that holds it, so that one comparison orders both
        for (var uid = 0; uid < stake.Length; uid++)
            if (stake[uid] != I32F32.Zero)
                staked[filled++] = (ulong)stake[uid].Raw << 16 | (ushort)uid;
        staked = staked[..filled];
        if (filled > count) staked.Sort(); // else there is a permit for each of them, in whatever order
        foreach (var one in staked[Math.Max(0, filled - count)..]) permits[one & ushort.MaxValue] = true;
        if (!nonZero) Fill(permits, stake, count - filled);
        return permits;
    }

    /// <summary>Gives what permits are left to those without stake.</summary>
    private static void Fill(bool[] permits, ReadOnlySpan<I32F32> stake, int left)
    {
        for (var uid = permits.Length - 1; uid >= 0 && left > 0; uid--)
        {
            if (stake[uid] != I32F32.Zero) continue;
            permits[uid] = true;
            left--;
        }
    }
}
