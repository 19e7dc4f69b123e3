using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>What a hotkey keeps of a dividend, and what is left for all who delegate to it.</summary>
/// <remarks>subtensor v2.0.1 <c>coinbase/run_coinbase.rs: drain_pending_emission</c>.</remarks>
public static class DelegateTake
{
    /// <returns>Both floored, so that a rao of the dividend may be left to nobody.</returns>
    public static (Alpha Own, Alpha Nominators) Split(I96F32 dividend, ushort takeU16)
    {
        var take = dividend * I96F32.FromU16(takeU16);
        return (new Alpha(take.Floor()), new Alpha((dividend - take).Floor()));
    }
}
