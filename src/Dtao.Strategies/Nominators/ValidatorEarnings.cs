namespace Dtao.Strategies.Nominators;

/// <summary>What validators earned, added up over the pages on which they vote.</summary>
/// <remarks>A table of open addresses: a look at root adds up thousands of shares, of a few dozen validators.</remarks>
internal sealed class ValidatorEarnings
{
    private const int FirstRoom = 128;

    private Entry[] table = new Entry[FirstRoom]; // as many as a power of two, at most half of them taken
    private int count;

    public void Add(int hotkey, double amount)
    {
        ref var entry = ref Find(hotkey);
        if (!entry.IsTaken) entry = ref Take(hotkey);
        entry.Earned += amount;
    }

    /// <summary>What one earned; nothing for who votes nowhere.</summary>
    public double Of(int hotkey) => Find(hotkey).Earned;

    /// <summary>All who earned more than <paramref name="least"/>, but for one, by hotkey.</summary>
    public (int Hotkey, double Earned)[] Above(double least, int except)
    {
        var found = new List<(int Hotkey, double Earned)>();
        foreach (ref readonly var entry in table.AsSpan())
            if (entry.IsTaken && entry.Earned > least && entry.Hotkey != except)
                found.Add((entry.Hotkey, entry.Earned));
        found.Sort((one, other) => one.Hotkey.CompareTo(other.Hotkey));
        return [.. found];
    }

    /// <summary>Its place, or the free one where it belongs.</summary>
    private ref Entry Find(int hotkey)
    {
        var at = hotkey & table.Length - 1;
        while (table[at].IsTaken && table[at].Hotkey != hotkey) at = at + 1 & table.Length - 1;
        return ref table[at];
    }

    private ref Entry Take(int hotkey)
    {
        if (2 * ++count > table.Length) Grow();
        ref var entry = ref Find(hotkey);
        (entry.IsTaken, entry.Hotkey) = (true, hotkey);
        return ref entry;
    }

    private void Grow()
    {
        var old = table;
        table = new Entry[2 * old.Length];
        foreach (var entry in old)
            if (entry.IsTaken)
                Find(entry.Hotkey) = entry;
    }

    private struct Entry
    {
        public bool IsTaken;
        public int Hotkey;
        public double Earned;
    }
}
