using Dtao.Agents.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Tests.Running;

/// <summary>Three subnets, and a founder that registers a fourth in block 1010.</summary>
public sealed class A_new_subnet
{
    private static readonly NetUid Fourth = new(4);

    private readonly SmallWorld world = new();
    private readonly List<(long Block, int Quotes)> woken = [];

    [Fact]
    public void wakes_those_who_wait_for_one_in_the_next_block_and_shows_them_its_quote()
    {
        Run(world.With("waiter", 1, () => new Scripted((sight, _) =>
        {
            woken.Add((sight.Now.Height, sight.Quotes.Length));
            return Intent.None.WakeMe(When.NewSubnet());
        })));
        Assert.Equal([(1001, 3), (1011, 4)], woken);
    }

    [Fact]
    public void has_prices_that_one_can_wait_for()
    {
        Run(world.With("waiter", 1, () => new Scripted((sight, _) =>
        {
            woken.Add((sight.Now.Height, sight.Quotes.Length));
            return Intent.None.WakeMe(sight.Quotes.Length == 3 ? When.NewSubnet() : When.Below(Fourth, 0.9));
        })));
        Assert.InRange(woken.Count, 3, int.MaxValue);
        Assert.All(woken.Skip(2), wake => Assert.True(wake.Block > 1011 && wake.Quotes == 4));
    }

    [Fact]
    public void is_on_record_from_its_first_sample_on()
    {
        Run(world);
        Assert.Equal([4, 4, 4, 4, 4], world.Batches.Select(batch => batch.Sample).OfType<Dtao.Records.Events.BlockSample>().Select(sample => sample.Market.Quotes.Length));
        var founded = Assert.Single(world.Batches.SelectMany(batch => batch.Events).Select(told => told.Fact).OfType<Dtao.Records.Events.Settled>()).Outcome;
        Assert.Equal(Fourth, Assert.IsType<SubnetRegistered>(founded).Netuid);
    }

    private static void Run(SmallWorld world)
    {
        var end = Simulation.Run(world.With("founder", 1, () => new Scripted((sight, _) => sight.Now.Height < 1010
            ? Intent.None.WakeMe(When.At(new Block(1010)))
            : Intent.Of(new RegisterSubnet(sight.Own.Account)).WakeMe(When.At(new Block(9999))))).Plan());
        Assert.Equal((RunStop.Done, null), (end.Stop, end.Failure));
    }
}
