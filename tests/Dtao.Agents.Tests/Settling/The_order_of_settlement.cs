using Dtao.Agents.Running;
using Dtao.Agents.Settling;
using Dtao.Agents.Tests.Running;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Tests.Settling;

/// <summary>Ten agents who all buy in each of twenty blocks.</summary>
public sealed class The_order_of_settlement
{
    private static readonly int[] Seats = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Fact]
    public void by_fifo_is_that_of_the_seats_in_every_block() => Assert.All(OrdersOf(SettlementOrder.Fifo), order => Assert.Equal(Seats, order));

    [Fact]
    public void by_lot_is_drawn_anew_in_every_block()
    {
        var orders = OrdersOf(SettlementOrder.Lot);
        Assert.All(orders, order => Assert.Equal(Seats, order.Order()));
        Assert.Equal(orders.Count, orders.Select(order => string.Join(' ', order)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void by_lot_is_the_same_for_the_same_seed_and_another_for_another()
    {
        Assert.Equal(OrdersOf(SettlementOrder.Lot), OrdersOf(SettlementOrder.Lot));
        Assert.NotEqual(OrdersOf(SettlementOrder.Lot), OrdersOf(SettlementOrder.Lot, seed: 6));
    }

    [Fact]
    public void by_lot_is_fair()
    {
        var firsts = OrdersOf(SettlementOrder.Lot, blocks: 1000).CountBy(order => order[0]).ToDictionary();
        Assert.All(Seats, seat => Assert.InRange(firsts[seat], 60, 140)); // 100 expected, sd 9.5
    }

    [Fact]
    public void changes_what_a_buyer_pays()
    {
        static ulong FirstSeatGets(SettlementOrder ordering)
        {
            var (world, plan) = Crowd(5, blocks: 20);
            Simulation.Run(plan with { Ordering = ordering });
            return Protocol.Ledgers.Statement.Of(world.Ledger.State, plan.Seats[0].Account).On(new NetUid(1)).Rao;
        }
        Assert.True(FirstSeatGets(SettlementOrder.Fifo) > FirstSeatGets(SettlementOrder.Lot));
    }

    private static List<int[]> OrdersOf(SettlementOrder ordering, ulong seed = 5, int blocks = 20)
    {
        var (world, plan) = Crowd(seed, blocks);
        Simulation.Run(plan with { Ordering = ordering });
        var seatOf = plan.Seats.ToDictionary(seat => seat.Account, seat => seat.Index);
        return [.. world.Batches.Select(batch => batch.Events.Select(e => e.Fact).OfType<Settled>().Select(settled => seatOf[settled.Command.Account]).ToArray())];
    }

    private static (SmallWorld World, RunPlan Plan) Crowd(ulong seed, int blocks)
    {
        var world = new SmallWorld().With("crowd", 10, () => new Scripted((sight, _) => Intent.Of(sight.Buy(sight.Quotes[0], 0.01)).WakeMe(When.Every(1))));
        return (world, world.Plan(seed, blocks));
    }
}
