using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// What validators hold in miners: a moving average of stake-weighted weights, a column each miner. A validator that backs a miner early holds more of it
/// when the others follow.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/run_epoch.rs</c>, bonds and dividends.</remarks>
internal sealed class Bonds
{
    private readonly SparseRows old = new();
    private readonly SparseRows delta = new();
    private readonly SparseRows average = new();
    private I32F32[] row = [];

    /// <summary>The new bonds, their columns summing to 1. They live until the next call.</summary>
    /// <param name="newShares">What the new bonds weigh against the old, by column.</param>
    public SparseRows Next(IReadOnlyList<Neuron> neurons, SparseRows weights, SparseRows clipped, I32F32[] activeStake, I32F32 penalty, I32F32[] newShares)
    {
        ReadOld(neurons);
        Buy(weights, clipped, activeStake, penalty);
        Average(delta, old, newShares);
        average.NormaliseColumns();
        return average;
    }

    /// <summary>bᵢⱼ ← αⱼ·Δᵢⱼ + (1 − αⱼ)·bᵢⱼ.</summary>
    /// <remarks><c>mat_ema_sparse, mat_ema_alpha_vec_sparse</c>.</remarks>
    public SparseRows Average(SparseRows delta, SparseRows old, I32F32[] newShares)
    {
        if (row.Length < old.Count) row = new I32F32[old.Count];
        average.Clear(old.Count, delta.Entries + old.Entries);
        for (var uid = 0; uid < old.Count; uid++)
        {
            if (delta.Columns(uid).Length + old.Columns(uid).Length > 0) AverageRow(uid, delta, old, newShares);
            average.EndRow();
        }
        return average;
    }

    /// <summary>Bonds as the chain stores them: over 65535 of the column's largest, floored, and only those of <paramref name="permits"/>.</summary>
    /// <remarks><c>inplace_col_max_upscale_sparse, vec_fixed_proportions_to_u16</c>.</remarks>
    public static Link[][] Stored(SparseRows bonds, bool[] permits)
    {
        bonds.UpscaleColumns();
        var stored = new Link[bonds.Count][];
        for (var uid = 0; uid < stored.Length; uid++)
        {
            var columns = permits[uid] ? bonds.Columns(uid) : [];
            var links = columns.Length == 0 ? [] : new Link[columns.Length];
            for (var k = 0; k < links.Length; k++) links[k] = new Link(columns[k], bonds.Values(uid)[k].ToU16());
            stored[uid] = links;
        }
        return stored;
    }

    /// <remarks><c>get_bonds_sparse, vec_mask_sparse_matrix, inplace_col_normalize_sparse</c>.</remarks>
    private void ReadOld(IReadOnlyList<Neuron> neurons)
    {
        var entries = 0;
        foreach (var neuron in neurons) entries += neuron.Bonds.Length;
        old.Clear(neurons.Count, entries);
        foreach (var validator in neurons)
        {
            foreach (var bond in validator.Bonds)
                if (!WeightMatrix.IsOutdated(validator, neurons[bond.Uid]))
                    old.Add(bond.Uid, new I32F32(bond.Value));
            old.EndRow();
        }
        old.NormaliseColumns();
    }

    /// <summary>ΔB = stake × (W + penalty·(clipped W − W)), columns summing to 1.</summary>
    /// <remarks><c>interpolate_sparse, row_hadamard_sparse</c>.</remarks>
    private void Buy(SparseRows weights, SparseRows clipped, I32F32[] activeStake, I32F32 penalty)
    {
        delta.Clear(weights.Count, weights.Entries);
        for (var uid = 0; uid < weights.Count; uid++)
        {
            if (activeStake[uid] > I32F32.Zero) BuyRow(weights.Columns(uid), weights.Values(uid), clipped.Values(uid), activeStake[uid], penalty);
            delta.EndRow();
        }
        delta.NormaliseColumns();
    }

    private void BuyRow(ReadOnlySpan<ushort> columns, ReadOnlySpan<I32F32> weights, ReadOnlySpan<I32F32> clipped, I32F32 stake, I32F32 penalty)
    {
        for (var k = 0; k < columns.Length; k++)
            delta.Add(columns[k], stake * (weights[k] + penalty * (clipped[k] - weights[k])));
    }

    private void AverageRow(int uid, SparseRows delta, SparseRows old, I32F32[] newShares)
    {
        row.AsSpan().Clear();
        var columns = delta.Columns(uid);
        for (var k = 0; k < columns.Length; k++) row[columns[k]] = newShares[columns[k]] * delta.Values(uid)[k];
        columns = old.Columns(uid);
        for (var k = 0; k < columns.Length; k++) row[columns[k]] += (I32F32.One - newShares[columns[k]]) * old.Values(uid)[k];
        for (var column = 0; column < old.Count; column++)
            if (row[column] > I32F32.Zero)
                average.Add((ushort)column, row[column]);
    }
}
