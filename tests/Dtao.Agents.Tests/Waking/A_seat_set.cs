using Dtao.Agents.Waking;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Agents.Tests.Waking;

public sealed class A_seat_set
{
    [Fact]
    public void gives_back_each_seat_once_and_in_order()
    {
        var set = new SeatSet(200);
        foreach (var seat in (int[])[199, 3, 64, 3, 63, 0, 128]) set.Add(seat);
        Assert.Equal([0, 3, 63, 64, 128, 199], set.TakeAll().ToArray());
    }

    [Fact]
    public void is_empty_once_it_was_taken_from()
    {
        var set = new SeatSet(10);
        set.Add(7);
        set.TakeAll();
        Assert.Empty(set.TakeAll());
        set.Add(2);
        Assert.Equal([2], set.TakeAll().ToArray());
    }

    [Fact]
    public void agrees_with_a_sorted_set() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 499).ArrayOf().ToArbitrary(), seats =>
    {
        var set = new SeatSet(500);
        foreach (var seat in seats) set.Add(seat);
        return set.TakeAll().SequenceEqual(new SortedSet<int>(seats));
    }));
}
