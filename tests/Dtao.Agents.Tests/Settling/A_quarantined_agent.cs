using Dtao.Agents.Running;
using Dtao.Agents.Tests.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Tests.Settling;

public sealed class A_quarantined_agent
{
    [Fact]
    public void is_never_woken_again_and_what_it_holds_stays_where_it_is()
    {
        var wakes = new List<long>();
        var world = new SmallWorld().With("broken", 1, () => new Scripted((sight, _) =>
        {
            wakes.Add(sight.Now.Height);
            return wakes.Count < 3 ? Intent.Of(sight.Buy(sight.Quotes[0], 10)).WakeMe(When.Every(50), When.Fill()) : throw new InvalidOperationException("no idea");
        }));
        var plan = world.Plan() with { OnStrategyError = OnStrategyError.Quarantine };
        Assert.Equal(RunStop.Done, Simulation.Run(plan).Stop);

        Assert.Equal([1001, 1002, 1003], wakes);
        var left = Statement.Of(world.Ledger.State, plan.Seats[0].Account);
        Assert.Equal(Tao.Of(80), left.Free);
        Assert.False(left.On(new NetUid(1)).IsZero);
    }

    [Fact]
    public void is_on_record_with_what_its_strategy_threw()
    {
        var world = new SmallWorld().With("broken", 1, () => new Scripted((_, _) => throw new InvalidOperationException("no idea")));
        var plan = world.Plan() with { OnStrategyError = OnStrategyError.Quarantine };
        Simulation.Run(plan);
        var fault = Assert.Single(world.Batches.SelectMany(batch => batch.Events).Select(e => e.Fact).OfType<AgentFaulted>());
        Assert.Equal(new AgentFaulted(plan.Seats[0].Account, "InvalidOperationException: no idea"), fault);
    }

    [Fact]
    public void leaves_the_others_as_they_are()
    {
        static Tao OthersFree(bool broken)
        {
            var world = new SmallWorld().With("saver", 1, () => new Scripted((sight, _) => Intent.Of(sight.Buy(sight.Quotes[0], 1)).WakeMe(When.Every(10))));
            if (broken) world.With("broken", 1, () => new Scripted((_, _) => throw new InvalidOperationException("no idea")));
            var plan = world.Plan() with { OnStrategyError = OnStrategyError.Quarantine };
            Simulation.Run(plan);
            return Statement.Of(world.Ledger.State, plan.Seats[0].Account).Free;
        }
        Assert.Equal(OthersFree(broken: false), OthersFree(broken: true));
    }
}
