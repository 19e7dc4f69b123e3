namespace Dtao.Hocon.Tests;

/// <summary>The same numbers on every machine and in every run.</summary>
/// <remarks>Marsaglia, <i>Xorshift RNGs</i> (2003), triple 13, 7, 17.</remarks>
internal sealed class Xorshift(ulong seed)
{
    private ulong state = seed | 1;

    /// <summary>From 0 to <paramref name="below"/> − 1.</summary>
    public int Next(int below)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)(state % (ulong)below);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];
}
