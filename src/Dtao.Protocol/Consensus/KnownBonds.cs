using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The bonds that the last epoch stored, as rows over 65535; they are read from the neurons where those hold others by now, or where a uid has changed hands.</summary>
internal sealed class KnownBonds
{
    private readonly UidMatrix rows = new();
    private Link[][] stored = [];

    /// <summary>The bonds of the last epoch, those in neurons that have since been replaced left out.</summary>
    /// <remarks><c>get_bonds_sparse, vec_mask_sparse_matrix</c>.</remarks>
    public UidMatrix Read(Neuron[] neurons, Registrations registered)
    {
        if (AreKnown(neurons, registered)) return rows;
        rows.Clear(neurons.Length);
        for (var uid = 0; uid < neurons.Length; uid++)
            if (!neurons[uid].Bonds.IsEmpty)
                registered.Current(neurons[uid].Bonds, neurons[uid].LastUpdate, rows.Add(uid));
        return rows;
    }

    /// <summary>Bonds as the chain stores them, of <paramref name="permits"/> only.</summary>
    /// <param name="shares">Bonds over their column's largest.</param>
    public Link[][] Store(UidMatrix shares, bool[] permits)
    {
        stored = new Link[permits.Length][];
        rows.Clear(permits.Length);
        for (var uid = 0; uid < permits.Length; uid++) stored[uid] = permits[uid] && !shares[uid].IsEmpty ? Store(shares, uid) : [];
        return stored;
    }

    private bool AreKnown(Neuron[] neurons, Registrations registered)
    {
        if (stored.Length != neurons.Length) return false;
        for (var uid = 0; uid < neurons.Length; uid++)
            if (neurons[uid].BondList != stored[uid] || stored[uid].Length > 0 && neurons[uid].LastUpdate <= registered.Newest)
                return false;
        return true;
    }

    private Link[] Store(UidMatrix shares, int uid)
    {
        var row = shares[uid];
        var links = new Link[Lanes.CountAboveZero(row)];
        if (links.Length == 0) return links;
        var filled = 0;
        var kept = rows.Add(uid);
        var whole = Avx2.IsSupported ? row.Length / Vector256<long>.Count * Vector256<long>.Count : 0;
        for (var column = 0; column < whole; column += Vector256<long>.Count)
        {
            var four = shares.Columns(column)[uid];
            if (four == Vector256<long>.Zero) continue;
            filled += Vector256.EqualsAny(four, Vector256<long>.Zero)
                ? StoreEach(row.Slice(column, Vector256<long>.Count), column, kept, links.AsSpan(filled))
                : StoreFour(four, column, kept, links.AsSpan(filled));
        }
        StoreEach(row[whole..], whole, kept, links.AsSpan(filled));
        return links;
    }

    /// <summary>Four at once, none of them 0.</summary>
    /// <returns>How many links it has written.</returns>
    private static int StoreFour(Vector256<long> shares, int column, Span<I32F32> kept, Span<Link> links)
    {
        var values = (shares << 16) - shares >>> I32F32.FractionBits; // · 65535, floored
        values.StoreUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<I32F32, long>(kept)), (nuint)column);
        var pairs = (values << 16 | Vector256.Create(column, column + 1L, column + 2, column + 3)).AsUInt32();
        Avx2.PermuteVar8x32(pairs, Vector256.Create(0u, 2, 4, 6, 0, 2, 4, 6)).GetLower().StoreUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<Link, uint>(links)));
        return Vector256<long>.Count;
    }

    private static int StoreEach(ReadOnlySpan<I32F32> shares, int column, Span<I32F32> kept, Span<Link> links)
    {
        var filled = 0;
        for (var lane = 0; lane < shares.Length; lane++)
        {
            if (shares[lane] == I32F32.Zero) continue;
            var value = shares[lane].ToU16();
            kept[column + lane] = new(value);
            links[filled++] = new Link((ushort)(column + lane), value);
        }
        return filled;
    }
}
