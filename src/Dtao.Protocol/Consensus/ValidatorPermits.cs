using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The top stakes may validate in the next epoch; ties go to the higher uid, and a zero stake is not shut out.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs: is_topk</c>.</remarks>
public static class ValidatorPermits
{
    public static bool[] TopStakes(IReadOnlyList<I96F32> stake, int count)
    {
        var permits = new bool[stake.Count];
        if (count >= stake.Count)
        {
            Array.Fill(permits, true);
            return permits;
        }
        foreach (var uid in Enumerable.Range(0, stake.Count).OrderByDescending(uid => stake[uid]).ThenByDescending(uid => uid).Take(count)) permits[uid] = true;
        return permits;
    }
}
