using Dtao.Agents.Running;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Graphs;

public enum GraphKind
{
    /// <summary>Nobody hears anybody.</summary>
    None,

    /// <summary>Each hears its nearest neighbours on a ring.</summary>
    Ring,

    /// <summary>A ring with some ties drawn anew across it.</summary>
    SmallWorld,

    /// <summary>Ties go to agents in proportion to a Pareto prominence.</summary>
    ScaleFree,
}

/// <summary>
/// Who listens to whom. Agents stand on a ring at a place drawn from their own identity, and a tie across it goes to whoever stands next to a drawn point,
/// so that one agent more changes only the ties around its own place.
/// </summary>
/// <param name="Neighbours">Ties of each agent.</param>
/// <param name="Rewire">Share of a small world's ties that are drawn anew.</param>
/// <param name="Prominence">Pareto exponent of a scale-free graph's prominence; smaller is more unequal.</param>
/// <remarks>Watts and Strogatz (1998), Nature 393; Goh, Kahng and Kim (2001), PRL 87, the static model.</remarks>
public sealed record SocialGraph(GraphKind Kind, int Neighbours, double Rewire, double Prominence)
{
    /// <summary>By seat: the seats that hear what it posts. Ties run both ways.</summary>
    public IReadOnlyList<int[]> Listeners(IReadOnlyList<Seat> seats, Predicate<Seat> talks, ulong runSeed)
    {
        var ring = seats.Where(seat => Kind != GraphKind.None && talks(seat)).OrderBy(seat => PlaceOf(seat, runSeed)).ThenBy(seat => seat.Key).ToArray();
        var places = Array.ConvertAll(ring, seat => PlaceOf(seat, runSeed));
        var listeners = Enumerable.Range(0, seats.Count).Select(_ => new SortedSet<int>()).ToArray();
        for (var at = 0; at < ring.Length; at++)
            foreach (var place in TiesOf(at, ring[at], places, runSeed))
            {
                var (one, other) = (ring[at].Index, ring[place].Index);
                if (one == other) continue;
                listeners[other].Add(one);
                listeners[one].Add(other);
            }
        return [.. listeners.Select(set => set.ToArray())];
    }

    private IEnumerable<int> TiesOf(int at, Seat seat, ulong[] places, ulong runSeed)
    {
        var dice = Dice.For(runSeed, seat.Key, 0, Purpose.Graph);
        var ties = Math.Min(Neighbours / 2, (places.Length - 1) / 2);
        for (var tie = 1; tie <= ties; tie++)
        {
            var (isAcross, point) = (dice.Uniform(), dice.Uniform());
            yield return Kind switch
            {
                GraphKind.SmallWorld when isAcross < Rewire => NextTo(point, places),
                GraphKind.ScaleFree => NextTo(Prominent(point), places),
                _ => (at + tie) % places.Length,
            };
        }
    }

    /// <summary>The static model draws rank r with a weight of r to the power −1/(γ − 1); γ − 1 is the Pareto exponent of prominence.</summary>
    private double Prominent(double point) => Reproducible.Pow(point, 1 / (1 - Math.Min(0.99, 1 / Prominence)));

    /// <summary>Whoever stands first at or after a point, 0 to 1, of the ring. A point and not a rank: ranks shift all round with every newcomer.</summary>
    private static int NextTo(double point, ulong[] places)
    {
        var at = Array.BinarySearch(places, (ulong)(point * StableHash.Count));
        return at >= 0 ? at : ~at % places.Length;
    }

    private static ulong PlaceOf(Seat seat, ulong runSeed) => StableHash.Combine(StableHash.Combine(runSeed, Purpose.Graph), seat.Key);
}
