using Dtao.Agents.Waking;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Tests.Waking;

public sealed class A_timing_wheel
{
    private readonly TimingWheel wheel = new();

    [Fact]
    public void gives_an_appointment_at_its_block_and_at_no_other()
    {
        Make(due: 7, seat: 1);
        Assert.Equal([7], BlocksWithSomebodyDue(from: 1, to: 100_000));
    }

    [Theory] // One round is 8,192 blocks.
    [InlineData(8_191)]
    [InlineData(8_192)]
    [InlineData(8_193)]
    [InlineData(3 * 8_192 + 5)]
    public void lets_an_appointment_wait_its_rounds_out(long due)
    {
        Make(due, seat: 1);
        Assert.Equal([due], BlocksWithSomebodyDue(from: 0, to: 40_000));
    }

    [Fact]
    public void keeps_the_order_in_which_appointments_were_made()
    {
        int[] seats = [5, 2, 9, 0];
        foreach (var seat in seats)
        {
            Make(due: 100, seat);
            Make(due: 100 + 8_192, seat: 77);
        }
        Assert.Equal(seats, DueAt(100));
        Assert.Equal([77, 77, 77, 77], DueAt(100 + 8_192));
    }

    [Fact]
    public void keeps_the_order_of_as_many_as_there_are_and_forgets_none_of_later_rounds()
    {
        var model = new List<(long Due, int Seat)>();
        for (var seat = 0; seat < 1_000; seat++)
        {
            var due = 50 + 8_192 * (seat * 7 % 3);
            Make(due, seat);
            model.Add((due, seat));
        }
        for (var round = 0; round < 3; round++)
        {
            var block = 50 + 8_192 * round;
            Assert.Equal(model.Where(made => made.Due == block).Select(made => made.Seat), DueAt(block));
            Assert.Empty(DueAt(block));
        }
    }

    [Fact]
    public void gives_each_of_many_rounds_what_was_made_for_it_however_often_places_are_used_again()
    {
        var due = new Dictionary<long, List<int>>();
        for (var block = 1L; block <= 3_000; block++)
        {
            Assert.Equal(due.GetValueOrDefault(block, []), DueAt(block));
            for (var i = 0; i < 1 + block % 9; i++)
            {
                var (at, seat) = (block + 1 + (block * 31 + i * 17) % 23, (int)(block * 10 + i));
                Make(at, seat);
                (due.TryGetValue(at, out var seats) ? seats : due[at] = []).Add(seat);
            }
        }
    }

    [Fact]
    public void gives_an_appointment_once()
    {
        Make(due: 3, seat: 1);
        Assert.Equal([1], DueAt(3));
        Assert.Empty(DueAt(3));
    }

    private void Make(long due, int seat) => wheel.Add(new Appointment(new Block(due), seat, Generation: 0, Period: 0));

    private int[] DueAt(long block)
    {
        var due = new List<Appointment>();
        wheel.TakeDue(new Block(block), due);
        return [.. due.Select(appointment => appointment.Seat)];
    }

    private List<long> BlocksWithSomebodyDue(long from, long to)
    {
        var blocks = new List<long>();
        for (var block = from; block <= to; block++)
            if (DueAt(block).Length > 0)
                blocks.Add(block);
        return blocks;
    }
}
