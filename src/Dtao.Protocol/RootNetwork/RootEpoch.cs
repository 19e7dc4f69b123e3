using Dtao.Protocol.Units;

namespace Dtao.Protocol.RootNetwork;

/// <summary>
/// Root's epoch: what root validators' votes come to. A netuid's share is its stake-weighted mean vote times a sigmoid of the stake that votes for it at all,
/// so that what less than half of the stake stands behind gets next to nothing. Lists are by netuid, root's own 0 among them.
/// </summary>
/// <param name="Ranks">Stake-weighted sums of the validators' weights, each of which sums to 1.</param>
/// <param name="Trusts">Share of the stake that gave it any weight.</param>
/// <param name="Consensuses">1 ÷ (1 + exp(−ρ·(trust − κ))).</param>
/// <param name="Shares">Rank × consensus, as shares of their sum; all 0 where nobody votes.</param>
/// <remarks>subtensor v1.2.5 <c>coinbase/root.rs: root_epoch</c>, in I64F64 as there.</remarks>
public sealed record RootEpoch(I64F64[] Ranks, I64F64[] Trusts, I64F64[] Consensuses, I64F64[] Shares)
{
    /// <param name="stakes">Of each validator, nominators included; any unit, their sum above 0.</param>
    /// <param name="votes">Of each validator for each netuid; only the ratios matter.</param>
    public static RootEpoch Of(ReadOnlySpan<ulong> stakes, ulong[][] votes, int netuids, int rho, ushort kappaU16)
    {
        var (all, ranks, trusts) = (Sum(stakes), new I64F64[netuids], new I64F64[netuids]);
        var total = I64F64.Zero;
        for (var i = 0; i < votes.Length; i++)
        {
            var stake = I64F64.FromRatio(stakes[i], all);
            total += stake;
            Count(votes[i], stake, ranks, trusts);
        }
        var consensuses = Array.ConvertAll(trusts, trust => Sigmoid(trust / total, rho, I64F64.FromU16(kappaU16)));
        return new(ranks, Array.ConvertAll(trusts, trust => trust / total), consensuses, Normalised(ranks.Zip(consensuses, (rank, consensus) => consensus * rank)));
    }

    /// <summary>The block's emission for each netuid, rao, floored.</summary>
    public ulong[] EmissionOf(ulong blockEmissionRao) => Array.ConvertAll(Shares, share => (share * I64F64.FromInteger(blockEmissionRao)).Floor());

    private static void Count(ulong[] votes, I64F64 stake, I64F64[] ranks, I64F64[] trusts)
    {
        var given = Sum(votes);
        for (var netuid = 0; netuid < votes.Length; netuid++)
        {
            if (votes[netuid] == 0) continue;
            ranks[netuid] += stake * I64F64.FromRatio(votes[netuid], given);
            trusts[netuid] += stake;
        }
    }

    private static I64F64 Sigmoid(I64F64 trust, int rho, I64F64 kappa)
    {
        var steepness = I64F64.FromInteger((ulong)rho);
        var exponential = trust > kappa ? I64F64.One / I64F64.Exp((trust - kappa) * steepness) : I64F64.Exp((kappa - trust) * steepness);
        return I64F64.One / (I64F64.One + exponential);
    }

    private static I64F64[] Normalised(IEnumerable<I64F64> parts)
    {
        var (shares, sum) = (parts.ToArray(), I64F64.Zero);
        foreach (var share in shares) sum += share;
        return sum == I64F64.Zero ? shares : Array.ConvertAll(shares, share => share / sum);
    }

    private static ulong Sum(ReadOnlySpan<ulong> parts)
    {
        var sum = 0UL;
        foreach (var part in parts) sum += part;
        return sum;
    }
}
