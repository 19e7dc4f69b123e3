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
        var oldShares = Array.ConvertAll(newShares, share => I32F32.One - share);
        average.Clear(old.Count, delta.Entries + old.Entries);
        for (var uid = 0; uid < old.Count; uid++)
        {
            if (delta.Columns(uid).Length + old.Columns(uid).Length > 0) AverageRow(uid, delta, old, newShares, oldShares);
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
            stored[uid] = permits[uid] ? Stored(bonds.Columns(uid), bonds.Values(uid)) : [];
        return stored;
    }

    private static Link[] Stored(ReadOnlySpan<ushort> columns, ReadOnlySpan<I32F32> values)
    {
        if (columns.IsEmpty) return [];
        var links = new Link[columns.Length];
        for (var k = 0; k < links.Length; k++) links[k] = new Link(columns[k], values[k].ToU16());
        return links;
    }

    /// <summary>The bonds of the last epoch, those in neurons that have since been replaced left out, columns summing to 1.</summary>
    /// <remarks><c>get_bonds_sparse, vec_mask_sparse_matrix, inplace_col_normalize_sparse</c>.</remarks>
    private void ReadOld(IReadOnlyList<Neuron> neurons)
    {
        var registered = WeightMatrix.RegistrationsOf(neurons);
        var entries = 0;
        foreach (var neuron in neurons) entries += neuron.Bonds.Length;
        old.Clear(neurons.Count, entries);
        foreach (var validator in neurons)
        {
            old.AddCurrent(validator.Bonds, validator.LastUpdate, registered);
            old.EndRow();
        }
        old.NormaliseColumns();
    }

    /// <summary>ΔB = stake × (W + penalty·(clipped W − W)), columns summing to 1.</summary>
    /// <remarks><c>interpolate_sparse, row_hadamard_sparse, inplace_col_normalize_sparse</c>.</remarks>
    private void Buy(SparseRows weights, SparseRows clipped, I32F32[] activeStake, I32F32 penalty)
    {
        delta.CopyFrom(penalty == I32F32.One ? clipped : weights);
        if (penalty != I32F32.Zero && penalty != I32F32.One) delta.MoveTowards(clipped, penalty);
        delta.ScaleRows(activeStake);
        delta.NormaliseColumns();
    }

    private void AverageRow(int uid, SparseRows delta, SparseRows old, I32F32[] newShares, I32F32[] oldShares)
    {
        var sum = row.AsSpan(0, old.Count);
        sum.Clear();
        AddScaled(sum, delta.Columns(uid), delta.Values(uid), newShares);
        AddScaled(sum, old.Columns(uid), old.Values(uid), oldShares);
        average.AddPositive(sum);
    }

    private static void AddScaled(Span<I32F32> to, ReadOnlySpan<ushort> columns, ReadOnlySpan<I32F32> values, I32F32[] shares)
    {
        for (var k = 0; k < columns.Length; k++) to[columns[k]] += shares[columns[k]] * values[k];
    }
}
