using Dtao.Agents.Running;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Graphs;

/// <summary>
/// Who hears an agent beside its ties: those who follow it, drawn by its reach, and, where it is an owner or the foundation,
/// all who run what it publishes: validators, miners, owners, foundations.
/// </summary>
public static class Followers
{
    /// <param name="ties">By seat: who hears it through the social graph.</param>
    /// <param name="reachOf">Share of all agents who follow a seat, 0 to 1.</param>
    public static IReadOnlyList<int[]> Join(IReadOnlyList<int[]> ties, IReadOnlyList<Seat> seats, Func<Seat, double> reachOf, ulong runSeed)
    {
        var trade = seats.Where(seat => seat.Role != Role.Speculator).Select(seat => seat.Index).ToArray();
        return [.. seats.Select(seat => Join(ties[seat.Index], seat, seats, trade, reachOf(seat), runSeed))];
    }

    private static int[] Join(int[] ties, Seat seat, IReadOnlyList<Seat> seats, int[] trade, double reach, ulong runSeed)
    {
        var publishes = seat.Role is Role.Owner or Role.Foundation;
        if (!publishes && reach <= 0) return ties;
        var heardBy = new SortedSet<int>(ties);
        if (publishes) heardBy.UnionWith(trade);
        if (reach > 0) heardBy.UnionWith(seats.Where(other => Follows(other, seat, reach, runSeed)).Select(other => other.Index));
        heardBy.Remove(seat.Index);
        return [.. heardBy];
    }

    /// <summary>Drawn from the two identities alone, so that an agent more changes nobody else's following.</summary>
    private static bool Follows(Seat who, Seat whom, double reach, ulong runSeed) =>
        Dice.For(runSeed, StableHash.Combine(who.Key, whom.Key), 0, Purpose.Named("followers")).Chance(reach);
}
