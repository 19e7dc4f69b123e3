using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Strategies.Tests.Acting;

public sealed class Waiting_for_a_price
{
    [Fact]
    public void that_is_no_number_is_the_strategys_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => When.Above(new NetUid(1), double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => When.Below(new NetUid(1), double.NaN));
    }

    [Fact]
    public void keeps_the_price_as_given() => Assert.Equal(0.02, When.Below(new NetUid(1), 0.02).Price);
}
