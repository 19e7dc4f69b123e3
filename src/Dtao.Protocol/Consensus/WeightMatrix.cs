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
            if (!Speaks(neurons[uid])) continue;
            Fill(neurons[uid], uid, registered, rows.Add(uid));
        }
    }

    /// <summary>Reads the weights of one neuron into the row that it has already.</summary>
    public static void Read(Neuron neuron, int uid, Registrations registered, Span<I32F32> row)
    {
        row.Clear();
        Fill(neuron, uid, registered, row);
    }

    /// <summary>Whether a neuron has a row.</summary>
    public static bool Speaks(Neuron neuron) => neuron.HasPermit && !neuron.Weights.IsEmpty;

    private static void Fill(Neuron neuron, int uid, Registrations registered, Span<I32F32> row)
    {
        registered.Current(neuron.Weights, neuron.LastUpdate, row);
        row[uid] = I32F32.Zero;
        Shares.Normalise(row);
    }
}
