using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The top stakes may validate in the next epoch; ties go to the higher uid.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs: is_topk</c>, where a zero stake is not shut out; 14bc6f9f9 <c>is_topk_nonzero</c>, where it is.</remarks>
public static class ValidatorPermits
{
    /// <param name="stake">From 0 to below 2¹⁵, by uid.</param>
    public static bool[] TopStakes(ReadOnlySpan<I32F32> stake, int count, bool nonZero = false)
    {
        var permits = new bool[stake.Length];
        Span<ulong> ascending = new ulong[stake.Length]; // a share above the uid that holds it, so that one comparison orders both
        for (var uid = 0; uid < stake.Length; uid++) ascending[uid] = (ulong)stake[uid].Raw << 16 | (ushort)uid;
        ascending.Sort();
        foreach (var one in ascending[Math.Max(0, stake.Length - count)..]) permits[one & ushort.MaxValue] = !nonZero || one >> 16 != 0;
        return permits;
    }
}
