using System.Buffers;

namespace Dtao.Strategies.Sensing;

/// <summary>Room for a number a subnet, lent until it is disposed of: most of what a look works out is used in that look alone. All 0 at first.</summary>
public readonly ref struct Row : IDisposable
{
    private readonly double[] lent;

    private Row(int length)
    {
        lent = ArrayPool<double>.Shared.Rent(length);
        All = lent.AsSpan(0, length);
        All.Clear();
    }

    public Span<double> All { get; }

    public int Length => All.Length;

    public ref double this[int place] => ref All[place];

    public static Row Of(int length) => new(length);

    /// <summary>Gives it back; what lay in it is gone.</summary>
    public void Dispose() => ArrayPool<double>.Shared.Return(lent);
}
