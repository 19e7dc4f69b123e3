using Dtao.Protocol.Registration;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Registration;

public sealed class The_price_of_a_place
{
    private static readonly RegistrationRules Rules = Some.Rules.Registration;

    [Theory] // worked by hand: 0.97·b + 0.03·b·(n + 1) ÷ 2, with 0.97 cut to 254279 ÷ 2¹⁸ (0.96999741 …)
    [InlineData(1_000_000_000, 0, 984_998_703)]
    [InlineData(1_000_000_000, 2, 1_015_001_296)]
    [InlineData(1_000_000_000, 3, 1_030_002_593)]
    public void moves_after_an_interval_with_the_registrations(ulong burn, ushort registrations, ulong expected) =>
        Assert.Equal(new Tao(expected), BurnPrice.After(new Tao(burn), registrations, Rules));

    [Fact] // the chain then lowers the difficulty of proof of work, and not the price
    public void holds_where_some_came_and_not_too_many() =>
        Assert.Equal(Tao.Of(7), BurnPrice.After(Tao.Of(7), 1, Rules));

    [Theory]
    [InlineData(500_001, 0, 500_000)]
    [InlineData(99_000_000_000, 3, 100_000_000_000)]
    public void stays_within_its_bounds(ulong burn, ushort registrations, ulong expected) =>
        Assert.Equal(new Tao(expected), BurnPrice.After(new Tao(burn), registrations, Rules));

    [Fact]
    public void moves_once_an_interval()
    {
        var terms = new RegistrationTerms { Burn = Tao.Of(1), AdjustedAt = new Block(100) };
        terms.Open(new Block(459), Rules);
        Assert.Equal(Tao.Of(1), terms.Burn);
        terms.Count(Some.Rules.Registration);
        terms.Count(Some.Rules.Registration);
        terms.Open(new Block(460), Rules);
        Assert.Equal((new Tao(1_015_001_296), (ushort)0, new Block(460)), (terms.Burn, terms.ThisInterval, terms.AdjustedAt));
    }
}
