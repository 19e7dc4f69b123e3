using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>Active stake by row, each in all lanes of a vector, of an even number of rows.</summary>
/// <remarks>
/// Kept as vectors, not broadcast where they are used: with AVX-512 the compiler of .NET 10.0.12 makes the broadcast of a number in memory a part of the product of
/// 32-bit halves, and reads it as if it were one of 32 bits, from the wrong place.
/// </remarks>
internal sealed class RowStakes
{
    private readonly Vector256<long>[] lanes;

    public RowStakes(ReadOnlySpan<int> uids, I32F32[] active)
    {
        lanes = new Vector256<long>[Consensus.Lanes.PaddedRows(uids.Length)];
        for (var row = 0; row < uids.Length; row++)
        {
            lanes[row] = Vector256.Create(active[uids[row]].Raw);
            AreBelowOne &= active[uids[row]] < I32F32.One;
        }
    }

    public bool AreBelowOne { get; } = true;

    public ReadOnlySpan<Vector256<long>> Lanes => lanes;

    public I32F32 this[int row] => new(lanes[row][0]);
}
