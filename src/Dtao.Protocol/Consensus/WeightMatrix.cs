using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>What is left of a subnet's weights: those of permitted validators, about others, no older than the neuron they speak of; every row sums to 1.</summary>
/// <remarks>
/// subtensor v2.0.1 <c>epoch/math.rs: mask_rows_sparse, mask_diag_sparse, vec_mask_sparse_matrix, inplace_row_normalize_sparse</c>.
/// </remarks>
internal static class WeightMatrix
{
    /// <summary>Reads the weights of all neurons into <paramref name="rows"/>.</summary>
    public static void Read(Neuron[] neurons, Registrations registered, UidMatrix rows)
    {
        rows.Clear(neurons.Length);
        for (var uid = 0; uid < neurons.Length; uid++)
        {
            if (!neurons[uid].HasPermit || neurons[uid].Weights.IsEmpty) continue;
            var row = rows.Add(uid);
            registered.Current(neurons[uid].Weights, neurons[uid].LastUpdate, row);
            row[uid] = I32F32.Zero;
            Shares.Normalise(row);
        }
    }
}
