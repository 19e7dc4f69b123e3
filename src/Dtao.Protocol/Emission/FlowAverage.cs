using Dtao.Protocol.Units;

namespace Dtao.Protocol.Emission;

/// <summary>
/// The moving average of the TAO that flows into a pool, S ← (1 − f)·S + f·F with F the flow of the last block in rao. People's flow begins at min(m, p) in place of a
/// flow, which is next to nothing but tells subnets apart before anything has flowed.
/// </summary>
/// <remarks>subtensor v3.2.10 <c>coinbase/subnet_emissions.rs: get_ema_flow</c>. The chain keeps 64 bits behind the point, here it is a double: 10⁻¹⁶ of its value apart.</remarks>
public static class FlowAverage
{
    public static double Next(double average, double flowRao, double smoothing) => (1 - smoothing) * average + smoothing * flowRao;

    public static double Initial(I96F32 movingPrice, I96F32 spotPrice) => I96F32.Min(movingPrice, spotPrice).ToDouble();
}
