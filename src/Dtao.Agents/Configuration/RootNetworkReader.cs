using Dtao.Hocon;
using Dtao.Protocol.RootNetwork;

namespace Dtao.Agents.Configuration;

/// <summary>Reads how root validators vote.</summary>
internal static class RootNetworkReader
{
    public static RootNetworkRules Read(ConfigReader c) => new()
    {
        Seats = (int)c.Whole("seats", atLeast: 1, atMost: 256),
        TempoBlocks = (ushort)c.Blocks("tempo", atLeast: 1, atMost: ushort.MaxValue),
        Rho = (int)c.Whole("rho", atLeast: 1, atMost: 40),
        KappaU16 = (ushort)c.Whole("kappa-u16", atMost: ushort.MaxValue),
        WeightsRateLimitBlocks = c.Blocks("weights-rate-limit"),
        HotkeyTempoBlocks = c.Blocks("hotkey-emission-tempo", atLeast: 1),
        PoolTaoRao = c.Tao("pool-tao", atLeast: 10_000_000, atMost: 1_000_000_000_000_000),
        PoolAlphaRao = c.Alpha("pool-alpha", atLeast: 10_000_000, atMost: 1_000_000_000_000_000),
    };
}
