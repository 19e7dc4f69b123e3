using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>What is left of a subnet's weights: those of permitted validators, about others, no older than the neuron they speak of; every row sums to 1.</summary>
/// <remarks>
/// subtensor v2.0.1 <c>epoch/math.rs: mask_rows_sparse, mask_diag_sparse, vec_mask_sparse_matrix, inplace_row_normalize_sparse</c>.
/// Stored numbers come in as multiples of 2⁻³² instead of 1, since normalising forgets the scale.
/// </remarks>
internal static class WeightMatrix
{
    /// <summary>Reads the weights of all neurons into <paramref name="rows"/>.</summary>
    public static void Read(IReadOnlyList<Neuron> neurons, SparseRows rows)
    {
        rows.Clear(neurons.Count, EntriesOf(neurons));
        for (var uid = 0; uid < neurons.Count; uid++)
        {
            if (neurons[uid].HasPermit) AddRow(neurons, uid, rows);
            rows.EndRow();
            Normalise(rows.Values(uid));
        }
    }

    /// <summary>Whether what <paramref name="validator"/> said last was said of an earlier holder of that uid; it then counts for nothing.</summary>
    public static bool IsOutdated(Neuron validator, Neuron about) => validator.LastUpdate <= about.RegisteredAt;

    private static void AddRow(IReadOnlyList<Neuron> neurons, int uid, SparseRows rows)
    {
        var validator = neurons[uid];
        foreach (var weight in validator.Weights)
            if (weight.Uid != uid && !IsOutdated(validator, neurons[weight.Uid]))
                rows.Add(weight.Uid, new I32F32(weight.Value));
    }

    private static void Normalise(Span<I32F32> row)
    {
        var divisor = new Divisor(Shares.Sum(row));
        foreach (ref var weight in row) weight = divisor.Divide(weight);
    }

    private static int EntriesOf(IReadOnlyList<Neuron> neurons)
    {
        var entries = 0;
        foreach (var neuron in neurons) entries += neuron.Weights.Length;
        return entries;
    }
}
