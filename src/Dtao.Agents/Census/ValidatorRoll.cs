using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Census;

/// <summary>The root validators with their shares of root stake, the largest first; agents take the places first, passive accounts the rest.</summary>
public sealed class ValidatorRoll
{
    private readonly (AccountId Hotkey, double Share)[] places;

    internal ValidatorRoll((AccountId Hotkey, double Share)[] places) => this.places = places;

    /// <summary>The largest first.</summary>
    public IReadOnlyList<(AccountId Hotkey, double Share)> Places => places;

    /// <param name="shares">Of the largest; validators beyond the list divide what is left of 1, and so does a passive one where there are none.</param>
    /// <param name="agents">The largest first.</param>
    internal static ValidatorRoll Of(IReadOnlyList<double> shares, IReadOnlyList<AccountId> agents, Genesis genesis)
    {
        var hotkeys = agents.ToList();
        while (hotkeys.Count <= shares.Count) hotkeys.Add(genesis.Open(Tao.Zero));
        var left = Math.Max(0, 1 - shares.Sum()) / (hotkeys.Count - shares.Count);
        return new ValidatorRoll([.. hotkeys.Select((hotkey, i) => (hotkey, i < shares.Count ? shares[i] : left))]);
    }

    /// <summary>A validator drawn by its share.</summary>
    public AccountId Drawn(Dice dice)
    {
        var at = dice.Uniform();
        foreach (var (hotkey, share) in places)
        {
            if (at < share) return hotkey;
            at -= share;
        }
        return places[^1].Hotkey;
    }
}
