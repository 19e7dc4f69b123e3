using Dtao.Agents.Settling;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Tests.Settling;

public sealed class A_price_tape
{
    private static readonly NetUid One = new(1), Other = new(2);

    [Fact]
    public void tells_every_price_once_and_then_what_has_moved_by_more_than_a_step()
    {
        var tape = new PriceTape(step: 0.1);
        Assert.Equal([new PriceTick(One, 1), new PriceTick(Other, 2)], tape.Changed([new(One, 1), new(Other, 2)]).ToArray());
        Assert.Empty(tape.Changed([new(One, 1.09), new(Other, 1.82)]));
        Assert.Equal([new PriceTick(Other, 2.21)], tape.Changed([new(One, 0.91), new(Other, 2.21)]).ToArray());
    }

    [Fact]
    public void measures_a_step_from_the_price_last_told_so_that_drift_adds_up()
    {
        var tape = new PriceTape(step: 0.1);
        double[] drift = [1, 0.96, 0.92, 0.88, 0.84];
        Assert.Equal([1, 0.88], drift.SelectMany(price => tape.Changed([new(One, price)])).Select(tick => tick.Price));
    }

    [Fact]
    public void tells_a_newcomer_when_it_comes()
    {
        var tape = new PriceTape(step: 0.1);
        tape.Changed([new(One, 1)]);
        Assert.Equal([new PriceTick(Other, 3)], tape.Changed([new(One, 1), new(Other, 3)]).ToArray());
    }

    [Fact]
    public void without_a_step_tells_every_change_and_only_changes()
    {
        var tape = new PriceTape(step: 0);
        Assert.Equal([1, 1.000001], new[] { 1, 1, 1.000001 }.SelectMany(price => tape.Changed([new(One, price)])).Select(tick => tick.Price));
    }
}
