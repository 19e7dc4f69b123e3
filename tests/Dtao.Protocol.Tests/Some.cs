using Dtao.Fixtures;
using Dtao.Protocol.Ledgers;

namespace Dtao.Protocol.Tests;

/// <summary>The launch rules, as the chain had them, and small fixtures.</summary>
internal static class Some
{
    public static ProtocolRules Rules => Launch.Rules;
}
