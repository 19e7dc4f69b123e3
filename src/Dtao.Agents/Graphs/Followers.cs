using Dtao.Agents.Running;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Graphs;

/// <summary>
/// Who hears an agent beside its ties: those who follow it, drawn by its reach; all who run what it publishes, where it is an owner or the
/// foundation: validators, miners, owners, foundations; and all who ask it for answers, where it is a miner: validators and foundations.
/// </summary>
public static class Followers
{
    /// <param name="ties">By seat: who hears it through the social graph.</param>
    /// <param name="reachOf">Share of all agents who follow a seat, 0 to 1.</param>
    public static IReadOnlyList<int[]> Join(IReadOnlyList<int[]> ties, IReadOnlyList<Seat> seats, Func<Seat, double> reachOf, ulong runSeed)
    {
        var trade = Seats(seats, role => role != Role.Speculator);
        var scorers = Seats(seats, role => role is Role.Validator or Role.Foundation);
        return [.. seats.Select(seat => Join(ties[seat.Index], seat, seats, ByTrade(seat.Role, trade, scorers), reachOf(seat), runSeed))];
    }

    private static int[] ByTrade(Role role, int[] trade, int[] scorers) => role switch
    {
        Role.Owner or Role.Foundation => trade,
        Role.Miner => scorers,
        _ => [],
    };

    private static int[] Seats(IReadOnlyList<Seat> seats, Predicate<Role> of) => [.. seats.Where(seat => of(seat.Role)).Select(seat => seat.Index)];

    private static int[] Join(int[] ties, Seat seat, IReadOnlyList<Seat> seats, int[] byTrade, double reach, ulong runSeed)
    {
        if (byTrade.Length == 0 && reach <= 0) return ties;
        var heardBy = new SortedSet<int>(ties);
        heardBy.UnionWith(byTrade);
        if (reach > 0) heardBy.UnionWith(seats.Where(other => Follows(other, seat, reach, runSeed)).Select(other => other.Index));
        heardBy.Remove(seat.Index);
        return [.. heardBy];
    }

    /// <summary>Drawn from the two identities alone, so that an agent more changes nobody else's following.</summary>
    private static bool Follows(Seat who, Seat whom, double reach, ulong runSeed) =>
        Dice.For(runSeed, StableHash.Combine(who.Key, whom.Key), 0, Purpose.Named("followers")).Chance(reach);
}
