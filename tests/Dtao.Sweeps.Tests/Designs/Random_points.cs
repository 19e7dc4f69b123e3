using Dtao.Sweeps.Designs;

namespace Dtao.Sweeps.Tests.Designs;

public sealed class Random_points
{
    [Fact]
    public void stay_as_they_are_when_more_are_drawn() => Assert.Equal(RandomPoints.Of(5, 3, 2), RandomPoints.Of(50, 3, 2)[..5]);

    [Fact]
    public void lie_evenly_in_the_unit_cube() =>
        Assert.InRange(RandomPoints.Of(4_000, 2, 1).Count(point => point[0] < 0.5 && point[1] < 0.5), 918, 1_082); // 3 standard errors of a binomial
}
