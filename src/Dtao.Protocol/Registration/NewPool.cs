using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Registration;

/// <summary>How a new subnet's pool starts: the minimum lock against as many alpha, at price 1; the rest of the lock is burned.</summary>
/// <remarks>subtensor v2.0.1 <c>subnets/subnet.rs: do_register_network</c>.</remarks>
public readonly record struct NewPool(Pool Pool, Tao Burned)
{
    /// <exception cref="OverflowException">The lock is below the minimum.</exception>
    public static NewPool Of(Tao paid, Tao minimum) => new(new Pool(minimum, new Alpha(minimum.Rao)), paid - minimum);

    /// <summary>The later form: the whole lock goes in, at the median price of the subnets that there are.</summary>
    /// <param name="spotPrices">TAO per alpha.</param>
    /// <remarks>subtensor 14bc6f9f9 <c>subnets/subnet.rs: do_register_network</c>; the quotient is floored.</remarks>
    public static NewPool AtMedian(Tao paid, IEnumerable<double> spotPrices) => new(new Pool(paid, new Alpha((ulong)(paid.Rao / Median(spotPrices)))), Tao.Zero);

    /// <summary>The median of the prices above 0, the mean of the two middle ones where there is no middle one; 1 of none.</summary>
    public static double Median(IEnumerable<double> prices)
    {
        double[] ascending = [.. prices.Where(price => price > 0).Order()];
        if (ascending.Length == 0) return 1;
        var middle = ascending.Length / 2;
        return ascending.Length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
    }
}
