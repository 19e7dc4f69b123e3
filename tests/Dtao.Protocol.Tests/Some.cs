using Dtao.Fixtures;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Ledgers;

namespace Dtao.Protocol.Tests;

/// <summary>The launch rules, as the chain had them, and small fixtures.</summary>
internal static class Some
{
    public static ProtocolRules Rules => Launch.Rules;

    public static ISubnetShares Shares { get; } = new PriceShares();

    /// <summary>A new one each time: it keeps buffers, and tests run side by side.</summary>
    public static IConsensus Consensus => new YumaConsensus();
}
