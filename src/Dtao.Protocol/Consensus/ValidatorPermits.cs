using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The top stakes may validate in the next epoch; ties go to the higher uid, and a zero stake is not shut out.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs: is_topk</c>.</remarks>
public static class ValidatorPermits
{
    public static bool[] TopStakes(ReadOnlySpan<I32F32> stake, int count)
    {
        var ascending = new (I32F32 Stake, int Uid)[stake.Length];
        for (var uid = 0; uid < stake.Length; uid++) ascending[uid] = (stake[uid], uid);
        Array.Sort(ascending);
        var permits = new bool[stake.Length];
        foreach (var (_, uid) in ascending.AsSpan(Math.Max(0, stake.Length - count))) permits[uid] = true;
        return permits;
    }
}
