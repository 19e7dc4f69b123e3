using Dtao.Agents.Graphs;
using Dtao.Agents.Running;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Tests.Graphs;

public sealed class A_social_graph
{
    private const ulong Seed = 11;

    private static readonly SocialGraph
        Ring = new(GraphKind.Ring, Neighbours: 6, Rewire: 0, Prominence: 1.5),
        SmallWorld = Ring with { Kind = GraphKind.SmallWorld, Rewire = 0.1 },
        ScaleFree = Ring with { Kind = GraphKind.ScaleFree };

    public static TheoryData<SocialGraph> Kinds => [Ring, SmallWorld, SmallWorld with { Rewire = 1 }, ScaleFree];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void runs_both_ways_and_never_to_oneself(SocialGraph graph)
    {
        var listeners = ListenersOf(graph, People(200));
        for (var seat = 0; seat < 200; seat++)
        {
            Assert.DoesNotContain(seat, listeners[seat]);
            Assert.All(listeners[seat], other => Assert.Contains(seat, listeners[other]));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void depends_on_the_seed_and_on_nothing_else(SocialGraph graph)
    {
        Assert.Equal(TiesOf(graph, People(100)), TiesOf(graph, People(100)));
        Assert.NotEqual(TiesOf(graph, People(100)), TiesOf(graph, People(100), seed: Seed + 1));
    }

    [Fact]
    public void of_kind_none_has_no_ties() => Assert.Empty(TiesOf(Ring with { Kind = GraphKind.None }, People(100)));

    [Theory]
    [InlineData(100)]
    [InlineData(7)]
    public void as_a_ring_gives_everyone_the_same_number_of_ties(int people) =>
        Assert.All(ListenersOf(Ring, People(people)), ties => Assert.Equal(6, ties.Length));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void needs_no_minimum_of_people(int people) =>
        Assert.All(ListenersOf(Ring, People(people)), ties => Assert.True(ties.Length < people));

    [Fact]
    public void as_a_small_world_is_a_ring_with_a_tenth_of_its_ties_elsewhere()
    {
        var ring = TiesOf(Ring, People(1000));
        var kept = TiesOf(SmallWorld, People(1000)).Intersect(ring).Count();
        Assert.InRange(kept / (double)ring.Count, 0.87, 0.93);
    }

    [Fact]
    public void as_a_scale_free_one_has_hubs()
    {
        var degrees = ListenersOf(ScaleFree, People(1000)).Select(ties => ties.Length).OrderDescending().ToArray();
        Assert.InRange(degrees.Average(), 4, 6); // Some ties are drawn twice.
        Assert.True(degrees[0] > 20 * degrees[500], $"the largest hub has {degrees[0]} ties, the median agent {degrees[500]}");
    }

    [Fact]
    public void leaves_out_who_does_not_talk()
    {
        var people = People(50);
        var listeners = SmallWorld.Listeners(people, seat => seat.Index % 2 == 0, Seed);
        Assert.All(people, seat => Assert.Equal(seat.Index % 2 == 0, listeners[seat.Index].Length > 0));
        Assert.All(listeners.SelectMany(ties => ties), seat => Assert.Equal(0, seat % 2));
    }

    /// <summary>Paired comparisons across a sweep are fair only if an agent more leaves the others' ties alone.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void changes_only_ties_near_its_place_when_there_is_one_agent_more(SocialGraph graph)
    {
        var before = TiesOf(graph, People(300));
        for (var newcomer = 0; newcomer < 20; newcomer++)
        {
            var name = $"newcomer-{newcomer}-0";
            var after = TiesOf(graph, [.. People(300), Person(300, new AgentId($"newcomer-{newcomer}", 0))]);
            var changed = before.Except(after).Count() + after.Except(before).Count(tie => tie.One != name && tie.Other != name);
            Assert.True(changed <= 5 * graph.Neighbours, $"{changed} of {before.Count} ties between others changed");
        }
    }

    private static Seat[] People(int count) => [.. Enumerable.Range(0, count).Select(i => Person(i, new AgentId("crowd", i)))];

    private static Seat Person(int index, AgentId id) => new(index, id, Role.Speculator, "test", new Still(), new AccountId(index), default, FirstWake: 1);

    private static IReadOnlyList<int[]> ListenersOf(SocialGraph graph, Seat[] people, ulong seed = Seed) => graph.Listeners(people, _ => true, seed);

    private static HashSet<(string One, string Other)> TiesOf(SocialGraph graph, Seat[] people, ulong seed = Seed) =>
        [.. ListenersOf(graph, people, seed).SelectMany((ties, seat) => ties.Where(other => seat < other).Select(other => (people[seat].Name, people[other].Name)))];

    private sealed class Still : IStrategy
    {
        public Intent Decide(Strategies.Sensing.Sight sight, Strategies.Numerics.Dice dice) => Intent.None;
    }
}
