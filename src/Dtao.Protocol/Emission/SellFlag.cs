using Dtao.Protocol.Emission.Shares;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission;

/// <summary>Whether root's alpha counts: only while the moving prices of all started subnets, be they switched off, sum to more than 1.</summary>
/// <remarks>subtensor v3.2.12 <c>coinbase/run_coinbase.rs: get_network_root_sell_flag</c> (reform R8).</remarks>
public static class SellFlag
{
    public static bool Of(ReadOnlySpan<ShareInput> subnets)
    {
        var sum = I96F32.Zero;
        foreach (ref readonly var subnet in subnets)
            if (subnet.IsListed)
                sum += subnet.MovingPrice;
        return sum > I96F32.One;
    }
}
