using Dtao.Records.Portraits;

namespace Dtao.Records.Tests.Portraits;

public sealed class Cost_of_alpha
{
    private readonly CostBasis basis = new();

    [Fact]
    public void is_the_average_of_what_was_bought_and_not_sold()
    {
        basis.Buy(10, paid: 5);
        basis.Buy(10, paid: 15);
        basis.Sell(5, received: 10); // 5 of 20 alpha that cost 20
        Assert.Equal((15, 15, 5), (basis.Alpha, basis.Cost, basis.Realised));
    }

    [Fact]
    public void of_alpha_that_came_as_pay_is_nothing()
    {
        basis.Buy(10, paid: 5);
        basis.Sell(30, received: 12); // 10 bought for 5, 20 earned
        Assert.Equal((0, 0, 7), (basis.Alpha, basis.Cost, basis.Realised));
    }
}
