using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Registration;

/// <summary>How a new subnet's pool starts: the minimum lock against as many alpha, at price 1; the rest of the lock is burned.</summary>
/// <remarks>subtensor v2.0.1 <c>subnets/subnet.rs: do_register_network</c>.</remarks>
public readonly record struct NewPool(Pool Pool, Tao Burned)
{
    /// <exception cref="OverflowException">The lock is below the minimum.</exception>
    public static NewPool Of(Tao paid, Tao minimum) => new(new Pool(minimum, new Alpha(minimum.Rao)), paid - minimum);
}
