using System.Runtime.InteropServices;
using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Nominators;

/// <summary>What validators earned, added up over the pages on which they vote.</summary>
/// <remarks>By hotkey, as pages list them: a look at root adds up thousands of shares, of a few dozen validators that mostly vote everywhere.</remarks>
internal sealed class ValidatorEarnings
{
    private readonly List<int> hotkeys = [];
    private readonly List<double> earned = []; // beside the hotkeys

    /// <summary>Adds a page.</summary>
    /// <param name="those">Who votes there, ascending.</param>
    /// <param name="amounts">What they earned.</param>
    public void Add(ReadOnlySpan<int> those, ReadOnlySpan<double> amounts)
    {
        var place = 0;
        while (!those.IsEmpty)
        {
            place = PlaceOf(those[0], place);
            var alike = CollectionsMarshal.AsSpan(hotkeys)[place..].CommonPrefixLength(those);
            DoubleLanes.Add(CollectionsMarshal.AsSpan(earned).Slice(place, alike), amounts[..alike]);
            place += alike;
            those = those[alike..];
            amounts = amounts[alike..];
        }
    }

    /// <summary>What one earned; nothing for who votes nowhere.</summary>
    public double Of(int hotkey) => hotkeys.BinarySearch(hotkey) is >= 0 and var place ? earned[place] : 0;

    /// <summary>All who earned more than <paramref name="least"/>, but for one, by hotkey.</summary>
    public (int Hotkey, double Earned)[] Above(double least, int except)
    {
        var found = new List<(int Hotkey, double Earned)>();
        for (var place = 0; place < hotkeys.Count; place++)
            if (earned[place] > least && hotkeys[place] != except)
                found.Add((hotkeys[place], earned[place]));
        return [.. found];
    }

    /// <summary>Where a hotkey stands, from a place on; it is put there if it does not.</summary>
    private int PlaceOf(int hotkey, int place)
    {
        while (place < hotkeys.Count && hotkeys[place] < hotkey) place++;
        if (place < hotkeys.Count && hotkeys[place] == hotkey) return place;
        hotkeys.Insert(place, hotkey);
        earned.Insert(place, 0);
        return place;
    }
}
