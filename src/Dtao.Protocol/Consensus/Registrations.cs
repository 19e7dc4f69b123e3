using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>When each uid was taken by whoever holds it.</summary>
internal readonly record struct Registrations(Block[] At, Block Newest)
{
    public static Registrations Of(Neuron[] neurons)
    {
        var (at, newest) = (new Block[neurons.Length], new Block(long.MinValue));
        for (var uid = 0; uid < at.Length; uid++)
        {
            at[uid] = neurons[uid].RegisteredAt;
            if (at[uid] > newest) newest = at[uid];
        }
        return new Registrations(at, newest);
    }

    /// <summary>
    /// Puts the links in their places of <paramref name="row"/> that were made after the neuron they point to was registered; earlier ones were meant for
    /// another holder of the uid. Their numbers come in as multiples of 2⁻³² instead of 1, since the normalising to come forgets the scale.
    /// </summary>
    /// <remarks><c>vec_mask_sparse_matrix</c>.</remarks>
    public void Current(ReadOnlySpan<Link> links, Block made, Span<I32F32> row)
    {
        if (made > Newest)
            foreach (var link in links) row[link.Uid] = new(link.Value);
        else
            foreach (var link in links)
                if (made > At[link.Uid])
                    row[link.Uid] = new(link.Value);
    }
}
