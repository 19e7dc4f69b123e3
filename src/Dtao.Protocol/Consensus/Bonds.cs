using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// What validators hold in miners: a moving average of stake-weighted weights, a column each miner. A validator that backs a miner early holds more of it
/// when the others follow.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/run_epoch.rs</c>, bonds and dividends. Columns are divided by their sums where they are next read.</remarks>
internal sealed class Bonds
{
    private readonly SparseRows old = new();
    private readonly SparseRows delta = new();
    private readonly SparseRows average = new();
    private I32F32[] row = [], quotients = [], largest = [];

    /// <summary>The new bonds, their columns summing to 1. They live until the next call.</summary>
    /// <param name="newShares">What the new bonds weigh against the old, by column.</param>
    public SparseRows Next(
        Neuron[] neurons, Registrations registered, SparseRows weights, I32F32[] consensus, I32F32[] activeStake, I32F32 penalty, I32F32[] newShares)
    {
        var held = ReadOld(neurons, registered);
        var bought = Buy(weights, consensus, activeStake, penalty);
        largest = average.DivideColumns(Average(delta, bought, old, held, newShares).ColumnSums());
        return average;
    }

    /// <summary>bᵢⱼ ← αⱼ·Δᵢⱼ + (1 − αⱼ)·bᵢⱼ, each divided by its column's divisor first.</summary>
    /// <remarks><c>inplace_col_normalize_sparse, mat_ema_sparse, mat_ema_alpha_vec_sparse</c>.</remarks>
    public SparseRows Average(SparseRows delta, Divisor[] deltaSums, SparseRows old, Divisor[] oldSums, I32F32[] newShares)
    {
        if (row.Length < old.Count) (row, quotients) = (new I32F32[old.Count], new I32F32[old.Count]);
        var oldShares = Complements(newShares);
        average.Clear(old.Count, delta.Entries + old.Entries);
        for (var uid = 0; uid < old.Count; uid++)
        {
            if (delta.Columns(uid).Length + old.Columns(uid).Length > 0)
            {
                var sum = row.AsSpan(0, old.Count);
                sum.Clear();
                AddScaled(sum, delta.Columns(uid), delta.Values(uid), deltaSums, newShares);
                AddScaled(sum, old.Columns(uid), old.Values(uid), oldSums, oldShares);
                average.AddPositive(sum);
            }
            average.EndRow();
        }
        return average;
    }

    /// <summary>The new bonds as the chain stores them: over 65535 of the column's largest, floored, and only those of <paramref name="permits"/>.</summary>
    /// <remarks><c>inplace_col_max_upscale_sparse, vec_fixed_proportions_to_u16</c>.</remarks>
    public Link[][] Stored(bool[] permits)
    {
        var scale = Divisor.Of(largest);
        var stored = new Link[average.Count][];
        for (var uid = 0; uid < stored.Length; uid++)
        {
            if (permits[uid]) average.Divide(uid, scale);
            stored[uid] = permits[uid] ? Stored(average.Columns(uid), average.Values(uid)) : [];
        }
        return stored;
    }

    private static Link[] Stored(ReadOnlySpan<ushort> columns, ReadOnlySpan<I32F32> values)
    {
        if (columns.IsEmpty) return [];
        var links = new Link[columns.Length];
        for (var k = 0; k < links.Length; k++) links[k] = new Link(columns[k], values[k].ToU16());
        return links;
    }

    /// <summary>The bonds of the last epoch, those in neurons that have since been replaced left out.</summary>
    /// <remarks><c>get_bonds_sparse, vec_mask_sparse_matrix</c>.</remarks>
    private Divisor[] ReadOld(Neuron[] neurons, Registrations registered)
    {
        var entries = 0;
        foreach (var neuron in neurons) entries += neuron.Bonds.Length;
        old.Clear(neurons.Length, entries);
        foreach (var validator in neurons)
        {
            old.AddCurrent(validator.Bonds, validator.LastUpdate, registered);
            old.EndRow();
        }
        return Divisor.Of(old.ColumnSums());
    }

    /// <summary>ΔB = stake × (W + penalty·(clipped W − W)).</summary>
    /// <remarks><c>interpolate_sparse, row_hadamard_sparse</c>.</remarks>
    private Divisor[] Buy(SparseRows weights, I32F32[] consensus, I32F32[] activeStake, I32F32 penalty)
    {
        var sums = new I32F32[weights.Count];
        delta.TakePlaces(weights);
        for (var uid = 0; uid < weights.Count; uid++)
            Buy(weights.Columns(uid), weights.Values(uid), delta.Values(uid), activeStake[uid], consensus, penalty, sums);
        return Divisor.Of(sums);
    }

    private static void Buy(
        ReadOnlySpan<ushort> columns, ReadOnlySpan<I32F32> weights, Span<I32F32> to, I32F32 stake, I32F32[] consensus, I32F32 penalty, I32F32[] sums)
    {
        for (var k = 0; k < to.Length; k++)
        {
            var weight = weights[k];
            if (penalty != I32F32.Zero) weight += penalty * (I32F32.Min(weight, consensus[columns[k]]) - weight);
            sums[columns[k]] += to[k] = stake * weight;
        }
    }

    private static I32F32[] Complements(I32F32[] shares)
    {
        var complements = new I32F32[shares.Length];
        for (var k = 0; k < shares.Length; k++) complements[k] = I32F32.One - shares[k];
        return complements;
    }

    private void AddScaled(Span<I32F32> to, ReadOnlySpan<ushort> columns, ReadOnlySpan<I32F32> values, Divisor[] sums, I32F32[] shares)
    {
        if (columns.IsEmpty) return;
        var divided = quotients.AsSpan(0, values.Length);
        values.CopyTo(divided);
        SparseRows.Divide(columns, divided, sums);
        for (var k = 0; k < columns.Length; k++) to[columns[k]] += shares[columns[k]] * divided[k];
    }
}
