using Dtao.Agents.Running;
using Dtao.Agents.Waking;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Graphs;

/// <summary>
/// Who hears an agent beside its ties: those who follow it, drawn by its reach; all who run what it publishes, where it is an owner or the
/// foundation: all but speculators; and all who ask it for answers, where it is a miner: validators, foundations, and owners who sell what miners make.
/// </summary>
public static class Followers
{
    private static readonly ulong Following = Purpose.Named("followers");

    /// <param name="ties">By seat: who hears it through the social graph.</param>
    /// <param name="reachOf">Share of all agents who follow a seat, 0 to 1.</param>
    public static IReadOnlyList<int[]> Join(IReadOnlyList<int[]> ties, IReadOnlyList<Seat> seats, Func<Seat, double> reachOf, ulong runSeed)
    {
        var trade = Seats(seats, seat => seat.Role != Role.Speculator);
        var askers = Seats(seats, seat => seat.Role is Role.Validator or Role.Foundation || seat.Strategy is IAsksMiners);
        return [.. seats.Select(seat => Join(ties[seat.Index], seat, seats, ByTrade(seat.Role, trade, askers), reachOf(seat), runSeed))];
    }

    private static int[] ByTrade(Role role, int[] trade, int[] askers) => role switch
    {
        Role.Owner or Role.Foundation => trade,
        Role.Miner => askers,
        _ => [],
    };

    private static int[] Seats(IReadOnlyList<Seat> seats, Func<Seat, bool> of) => [.. seats.Where(of).Select(seat => seat.Index)];

    private static int[] Join(int[] ties, Seat seat, IReadOnlyList<Seat> seats, int[] byTrade, double reach, ulong runSeed)
    {
        if (byTrade.Length == 0 && reach <= 0) return ties;
        var heardBy = new SeatSet(seats.Count);
        foreach (var tie in ties) heardBy.Add(tie);
        foreach (var colleague in byTrade)
            if (colleague != seat.Index)
                heardBy.Add(colleague);
        if (reach > 0)
            foreach (var other in seats)
                if (other.Index != seat.Index && Follows(other, seat, reach, runSeed))
                    heardBy.Add(other.Index);
        return [.. heardBy.TakeAll()];
    }

    /// <summary>Drawn from the two identities alone, so that an agent more changes nobody else's following.</summary>
    private static bool Follows(Seat who, Seat whom, double reach, ulong runSeed) =>
        Dice.For(runSeed, StableHash.Combine(who.Key, whom.Key), 0, Following).Chance(reach);
}
