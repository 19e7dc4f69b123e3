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
    public void All_places_stand_in_the_order_of_the_subnets()
    {
        var noted = new BySubnet<int>(0);
        (noted[new NetUid(40)], noted[new NetUid(3)]) = (2, 1);
        noted.All.ToArray().Where(value => value > 0).ShouldBe([1, 2]);
    }
}
