using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dtao.Protocol.Consensus;

/// <summary>Four columns of a matrix, to go down row by row.</summary>
internal readonly ref struct ColumnLanes
{
    private readonly ref long first;
    private readonly ReadOnlySpan<int> starts;

    public ColumnLanes(ref long first, ReadOnlySpan<int> starts)
    {
        this.first = ref first;
        this.starts = starts;
    }

    /// <summary>Zeros for a row that is missing; a row that is not must be there to be written.</summary>
    public Vector256<long> this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.LoadUnsafe(ref first, (uint)starts[row]);
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => value.StoreUnsafe(ref first, (uint)starts[row]);
    }
}
