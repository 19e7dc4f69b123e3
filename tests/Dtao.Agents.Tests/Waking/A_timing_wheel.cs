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
