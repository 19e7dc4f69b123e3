using System.Runtime.Intrinsics;

namespace Dtao.Protocol.Consensus;

/// <summary>Four columns of a block in one row or in several at once, as wide as the processor's registers: what is done to them is written once, for any width.</summary>
internal interface ILanes<T> where T : unmanaged, ILanes<T>
{
    /// <summary>How many rows.</summary>
    static abstract int Rows { get; }

    /// <summary>The same four numbers in each row.</summary>
    static abstract T OfColumns(Vector256<long> four);

    /// <summary>The 16-bit numbers of as many words, from this one on.</summary>
    static abstract T Widened(ref readonly ulong words);

    static abstract T operator +(T x, T y);

    static abstract T operator -(T x, T y);

    static abstract T operator &(T x, T y);

    static abstract T operator <<(T x, int bits);

    static abstract T operator >>>(T x, int bits);

    static abstract T ShiftRight(T x, T by);

    static abstract T HalfProducts(T x, T y);

    static abstract T Min(T x, T y);

    static abstract T Max(T x, T y);

    /// <summary>All bits set where it is.</summary>
    static abstract T GreaterThan(T x, T y);

    static abstract T Select(T where, T one, T other);

    /// <summary>Numbers below 2¹⁶ into as many words.</summary>
    static abstract void Narrow(T x, ref ulong words);

    /// <summary>Which are above 0, a bit each, into as many bytes.</summary>
    static abstract void Mark(T x, ref byte marks);

    /// <summary>Σ over the rows.</summary>
    static abstract Vector256<long> Sum(T x);

    /// <summary>The largest of the rows.</summary>
    static abstract Vector256<long> Largest(T x);
}
