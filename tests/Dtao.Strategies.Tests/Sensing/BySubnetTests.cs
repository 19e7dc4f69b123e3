using Dtao.Protocol.Units;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Sensing;

public sealed class BySubnetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65)]
    [InlineData(1024)]
    public void A_subnet_of_which_nothing_was_noted_is_unknown(ushort netuid) => new BySubnet<double>(double.NaN)[new NetUid(netuid)].ShouldBe(double.NaN);

    [Fact]
    public void What_was_noted_stays_when_further_subnets_come()
    {
        var noted = new BySubnet<double>(double.NaN);
        for (ushort netuid = 0; netuid < 200; netuid += 2) noted[new NetUid(netuid)] = netuid;
        for (ushort netuid = 0; netuid < 200; netuid++) noted[new NetUid(netuid)].ShouldBe(netuid % 2 == 0 ? netuid : double.NaN);
    }

    [Fact]
    public void Who_only_asks_makes_no_place()
    {
        var noted = new BySubnet<double>(double.NaN);
        noted[new NetUid(3)] = 5;
        var places = noted.All.Length;
        (noted.Of(new NetUid(3)), noted.Of(new NetUid(4)), noted.Of(new NetUid(400))).ShouldBe((5, double.NaN, double.NaN));
        noted.All.Length.ShouldBe(places);
    }

    [Fact]
    public void Places_for_all_that_are_quoted_are_made_at_once_and_leave_what_was_noted()
    {
        var noted = new BySubnet<double>(double.NaN);
        noted[new NetUid(3)] = 5;
        noted.MakeRoom([Some.Quote(3, 1), Some.Quote(90, 1)]);
        noted.All.Length.ShouldBeGreaterThan(90);
        (noted[new NetUid(3)], noted[new NetUid(90)]).ShouldBe((5, double.NaN));
        noted.MakeRoom([]);
        noted.MakeRoom([Some.Quote(1, 1)]);
        noted[new NetUid(3)].ShouldBe(5);
    }

    [Fact]
    public void All_places_stand_in_the_order_of_the_subnets()
    {
        var noted = new BySubnet<int>(0);
        (noted[new NetUid(40)], noted[new NetUid(3)]) = (2, 1);
        noted.All.ToArray().Where(value => value > 0).ShouldBe([1, 2]);
    }
}
