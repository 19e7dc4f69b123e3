using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Units;

/// <summary>A divisor, alone or four at a time, gives what the division gives.</summary>
public sealed class Divisors
{
    [Fact]
    public void give_the_truncated_quotient_of_each_and_of_all()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<(uint Dividend, uint Divisor, byte Shift)[]>(), given =>
        {
            I32F32[] values = [.. given.Select(g => new I32F32(g.Dividend >> g.Shift % 32))];
            I32F32[] by = [.. given.Select(g => new I32F32(4 + (long)g.Divisor << g.Shift % 20))], all = [.. values];
            if (by.Length > 0) new Divisor(by[0]).DivideAll(all);
            return values.Zip(by, (v, d) => new Divisor(d).Divide(v) == v / d).All(same => same) && all.SequenceEqual(values.Select(v => v / by[0]));
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60), property);
    }

    [Theory]
    [InlineData(uint.MaxValue, 1)]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    [InlineData(1L << 32, 1L << 32)]
    [InlineData(1L << 32, (1L << 32) + 1)]
    [InlineData(5L << 32, 3L << 32)]
    [InlineData(1, 3)]
    public void hold_at_the_edges(long dividend, long divisor)
    {
        var (value, by) = (new I32F32(dividend), new I32F32(divisor));
        I32F32[] many = [value, value, value, value, value];
        if (divisor > 1) // 2³² − 1 over 2⁻³² does not fit
        {
            new Divisor(by).DivideAll(many);
            Assert.All(many, quotient => Assert.Equal(value / by, quotient));
        }
        else Assert.Throws<OverflowException>(() => new Divisor(by).DivideAll(many));
    }

    [Fact]
    public void of_0_make_0_of_everything()
    {
        I32F32[] many = [new(7), new(0), new(1), new(uint.MaxValue), new(9)];
        new Divisor(I32F32.Zero).DivideAll(many);
        Assert.All(many, quotient => Assert.Equal(I32F32.Zero, quotient));
    }
}
