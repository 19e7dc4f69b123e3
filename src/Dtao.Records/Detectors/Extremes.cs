namespace Dtao.Records.Detectors;

/// <summary>Where the lowest or the highest of the last so many values stands, kept up to date in a few steps a value.</summary>
/// <param name="places">How many values back.</param>
/// <param name="sign">1 for the lowest, −1 for the highest.</param>
/// <remarks>The monotone queue: whatever a later value undercuts can never be the lowest again.</remarks>
internal sealed class Extremes(long places, int sign)
{
    private (long Place, double Value)[] queue = new (long, double)[16];
    private int head, count;

    /// <summary>The next value; its place is higher than any before.</summary>
    public void Add(long place, double value)
    {
        while (count > 0 && queue[head + count - 1 & queue.Length - 1].Value * sign >= value * sign) count--;
        if (count == queue.Length) Grow();
        queue[head + count++ & queue.Length - 1] = (place, value);
        Forget(before: place - places);
    }

    /// <summary>The extreme of the values that are not older than <paramref name="notBefore"/>, which never falls; the last value where none is.</summary>
    public (long Place, double Value) Since(long notBefore)
    {
        Forget(notBefore);
        return queue[head];
    }

    private void Forget(long before)
    {
        for (; count > 1 && queue[head].Place < before; count--) head = head + 1 & queue.Length - 1;
    }

    private void Grow()
    {
        var larger = new (long, double)[queue.Length * 2];
        for (var i = 0; i < count; i++) larger[i] = queue[head + i & queue.Length - 1];
        (queue, head) = (larger, 0);
    }
}
