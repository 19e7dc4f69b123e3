using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>What is left of a subnet's weights: those of permitted validators, about others, or the owner's about itself, no older than the neuron they speak of; every row sums to 1.</summary>
/// <remarks>
/// subtensor v2.0.1 <c>epoch/math.rs: mask_rows_sparse, mask_diag_sparse, mask_diag_sparse_except_index, vec_mask_sparse_matrix, inplace_row_normalize_sparse</c>.
/// </remarks>
internal static class WeightMatrix
{
    /// <summary>Reads the weights of one neuron into a row of zeros.</summary>
    public static void Read(Neuron neuron, int uid, bool isOwner, Registrations registered, Span<I32F32> row)
    {
        registered.Current(neuron.Weights, neuron.LastUpdate, row);
        if (!isOwner) row[uid] = I32F32.Zero;
        Shares.Normalise(row);
    }

    /// <summary>Whether a neuron has any.</summary>
    public static bool Speaks(Neuron neuron) => neuron.HasPermit && !neuron.Weights.IsEmpty;
}
