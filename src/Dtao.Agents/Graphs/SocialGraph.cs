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
/// Who listens to whom. Agents stand on a ring at a place drawn from their own identity, and a tie across it goes to whoever stands nearest a drawn point,
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
        var listeners = Enumerable.Range(0, seats.Count).Select(_ => new SortedSet<int>()).ToArray();
        for (var place = 0; place < ring.Length; place++)
            foreach (var other in TiesOf(place, ring, runSeed))
            {
                if (other == ring[place].Index) continue;
                listeners[other].Add(ring[place].Index);
                listeners[ring[place].Index].Add(other);
            }
        return [.. listeners.Select(set => set.ToArray())];
    }

    private IEnumerable<int> TiesOf(int place, Seat[] ring, ulong runSeed)
    {
        var dice = Dice.For(runSeed, ring[place].Key, 0, Purpose.Graph);
        var ties = Math.Min(Neighbours / 2, (ring.Length - 1) / 2);
        for (var tie = 1; tie <= ties; tie++)
        {
            var next = ring[(place + tie) % ring.Length].Index;
            var (isAcross, point) = (dice.Uniform(), dice.Uniform());
            yield return Kind switch
            {
                GraphKind.SmallWorld when isAcross < Rewire => ring[(int)(point * ring.Length)].Index,
                GraphKind.ScaleFree => Prominent(ring, point),
                _ => next,
            };
        }
    }

    /// <summary>The static model draws rank r with a weight of r to the power −1/(γ − 1); γ − 1 is the Pareto exponent of prominence.</summary>
    private int Prominent(Seat[] ring, double point)
    {
        var exponent = Math.Min(0.99, 1 / Prominence);
        return ring[(int)(ring.Length * Reproducible.Pow(point, 1 / (1 - exponent)))].Index;
    }

    private static ulong PlaceOf(Seat seat, ulong runSeed) => StableHash.Combine(StableHash.Combine(runSeed, Purpose.Graph), seat.Key);
}
