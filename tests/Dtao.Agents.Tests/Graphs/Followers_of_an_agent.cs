using Dtao.Agents.Graphs;
using Dtao.Agents.Running;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Tests.Graphs;

public sealed class Followers_of_an_agent
{
    /// <summary>One seat of each role, in the order of the roles, without ties.</summary>
    private static readonly Seat[] OneOfEach = [.. Enum.GetValues<Role>().Select((role, i) => Person(i, role))];

    [Theory]
    [InlineData(Role.Speculator)]
    [InlineData(Role.Validator)]
    [InlineData(Role.Miner, Role.Validator, Role.Foundation)] // they ask it for answers
    [InlineData(Role.Owner, Role.Miner, Role.Validator, Role.Foundation, Role.Oracle)] // they run what it publishes
    [InlineData(Role.Foundation, Role.Miner, Role.Validator, Role.Owner, Role.Oracle)]
    [InlineData(Role.Oracle)]
    public void are_those_whose_trade_it_is_to_listen(Role who, params Role[] heardBy) =>
        Assert.Equal(heardBy, Join(OneOfEach, _ => 0)[(int)who].Select(seat => (Role)seat));

    [Fact]
    public void are_its_ties_as_well()
    {
        int[][] ties = [[1], [0], [], [], [], []];
        var joined = Followers.Join(ties, OneOfEach, _ => 0, runSeed: 1);
        Assert.Equal([(int)Role.Miner], joined[(int)Role.Speculator]);
        Assert.Equal([(int)Role.Speculator, (int)Role.Validator, (int)Role.Foundation], joined[(int)Role.Miner]);
    }

    [Fact]
    public void are_the_owners_who_sell_what_miners_make()
    {
        Seat[] seats = [Person(0, Role.Miner), Person(1, Role.Owner), Person(2, Role.Owner, new Shop())];
        Assert.Equal([2], Join(seats, _ => 0)[0]);
    }

    [Fact]
    public void are_as_many_of_all_as_it_reaches_and_never_itself()
    {
        var crowd = Enumerable.Range(0, 2000).Select(i => Person(i, Role.Speculator)).ToArray();
        var heardBy = Join(crowd, seat => seat.Index == 0 ? 0.3 : 0);
        Assert.InRange(heardBy[0].Length / 2000.0, 0.27, 0.33);
        Assert.DoesNotContain(0, heardBy[0]);
        Assert.Empty(heardBy[1]);
    }

    [Fact]
    public void are_the_same_whoever_else_takes_part()
    {
        var crowd = Enumerable.Range(0, 200).Select(i => Person(i, Role.Speculator)).ToArray();
        Assert.Equal(Join(crowd, _ => 0.3)[5].Where(seat => seat < 100), Join(crowd[..100], _ => 0.3)[5]);
    }

    private static IReadOnlyList<int[]> Join(Seat[] seats, Func<Seat, double> reach) => Followers.Join([.. seats.Select(_ => Array.Empty<int>())], seats, reach, runSeed: 1);

    private static Seat Person(int index, Role role, IStrategy? strategy = null) => new(index, new AgentId("crowd", index), role, "test", strategy ?? new Still(), new AccountId(index), default, FirstWake: 1);

    private sealed class Shop : Still, IAsksMiners;

    private class Still : IStrategy
    {
        public Intent Decide(Strategies.Sensing.Sight sight, Strategies.Numerics.Dice dice) => Intent.None;
    }
}
