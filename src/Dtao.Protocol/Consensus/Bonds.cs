using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// What validators hold in miners: a moving average of stake-weighted weights, a column each miner. A validator that backs a miner early holds more of it
/// when the others follow.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/run_epoch.rs</c>, bonds and dividends. Columns are divided by their sums where they are next read.</remarks>
internal sealed class Bonds
{
    private readonly UidMatrix old = new();
    private readonly UidMatrix delta = new();
    private readonly UidMatrix average = new();
    private I32F32[] quotients = [], largest = [];

    /// <summary>The new bonds, their columns summing to 1. They live until the next call.</summary>
    /// <param name="newShares">What the new bonds weigh against the old, by column.</param>
    public UidMatrix Next(
        Neuron[] neurons, Registrations registered, UidMatrix weights, I32F32[] consensus, I32F32[] activeStake, I32F32 penalty, I32F32[] newShares)
    {
        ReadOld(neurons, registered);
        Buy(weights, consensus, activeStake, penalty);
        largest = Average(delta, delta.ColumnSums(), old, old.ColumnSums(), newShares).DivideColumns(average.ColumnSums());
        return average;
    }

    /// <summary>bᵢⱼ ← αⱼ·Δᵢⱼ + (1 − αⱼ)·bᵢⱼ, each divided by its column's sum first.</summary>
    /// <remarks><c>inplace_col_normalize_sparse, mat_ema_sparse, mat_ema_alpha_vec_sparse</c>.</remarks>
    public UidMatrix Average(UidMatrix delta, I32F32[] deltaSums, UidMatrix old, I32F32[] oldSums, I32F32[] newShares)
    {
        if (quotients.Length < old.Count) quotients = new I32F32[old.Count];
        var (bought, held, oldShares) = (Divisor.Of(deltaSums), Divisor.Of(oldSums), Complements(newShares));
        average.Clear(old.Count);
        for (var uid = 0; uid < old.Count; uid++)
        {
            if (delta[uid].IsEmpty && old[uid].IsEmpty) continue;
            var row = average.Add(uid);
            AddScaled(row, delta[uid], bought, newShares);
            AddScaled(row, old[uid], held, oldShares);
        }
        return average;
    }

    /// <summary>The new bonds as the chain stores them: over 65535 of the column's largest, floored, and only those of <paramref name="permits"/>.</summary>
    /// <remarks><c>inplace_col_max_upscale_sparse, vec_fixed_proportions_to_u16</c>.</remarks>
    public Link[][] Stored(bool[] permits)
    {
        var scale = Divisor.Of(largest);
        var stored = new Link[average.Count][];
        for (var uid = 0; uid < stored.Length; uid++) stored[uid] = permits[uid] ? Stored(average[uid], scale) : [];
        return stored;
    }

    private static Link[] Stored(Span<I32F32> row, Divisor[] scale)
    {
        Divisor.DivideEach(row, scale);
        var (links, filled) = (new Link[Lanes.CountAboveZero(row)], 0);
        for (var uid = 0; uid < row.Length; uid++)
            if (row[uid] != I32F32.Zero)
                links[filled++] = new Link((ushort)uid, row[uid].ToU16());
        return links;
    }

    /// <summary>The bonds of the last epoch, those in neurons that have since been replaced left out.</summary>
    /// <remarks><c>get_bonds_sparse, vec_mask_sparse_matrix</c>.</remarks>
    private void ReadOld(Neuron[] neurons, Registrations registered)
    {
        old.Clear(neurons.Length);
        for (var uid = 0; uid < neurons.Length; uid++)
            if (!neurons[uid].Bonds.IsEmpty)
                registered.Current(neurons[uid].Bonds, neurons[uid].LastUpdate, old.Add(uid));
    }

    /// <summary>ΔB = stake × (W + penalty·(clipped W − W)).</summary>
    /// <remarks><c>interpolate_sparse, row_hadamard_sparse</c>.</remarks>
    private void Buy(UidMatrix weights, I32F32[] consensus, I32F32[] activeStake, I32F32 penalty)
    {
        delta.Clear(weights.Count);
        for (var uid = 0; uid < weights.Count; uid++)
        {
            if (weights[uid].IsEmpty) continue;
            var bought = delta.Add(uid);
            if (penalty == I32F32.Zero) Lanes.AddProducts(bought, activeStake[uid], weights[uid]);
            else Buy(bought, weights[uid], activeStake[uid], consensus, penalty);
        }
    }

    private static void Buy(Span<I32F32> bought, ReadOnlySpan<I32F32> weights, I32F32 stake, I32F32[] consensus, I32F32 penalty)
    {
        for (var uid = 0; uid < weights.Length; uid++)
            bought[uid] = stake * (weights[uid] + penalty * (I32F32.Min(weights[uid], consensus[uid]) - weights[uid]));
    }

    private static I32F32[] Complements(I32F32[] shares)
    {
        var complements = new I32F32[shares.Length];
        for (var k = 0; k < shares.Length; k++) complements[k] = I32F32.One - shares[k];
        return complements;
    }

    private void AddScaled(Span<I32F32> to, ReadOnlySpan<I32F32> row, Divisor[] sums, I32F32[] shares)
    {
        var divided = quotients.AsSpan(0, row.Length);
        row.CopyTo(divided);
        Divisor.DivideEach(divided, sums);
        Lanes.AddProducts(to, shares, divided);
    }
}
