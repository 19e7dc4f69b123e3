using Dtao.Hocon;
using Dtao.Protocol.Staking;

namespace Dtao.Agents.Configuration;

/// <summary>Reads what a rule set says of child keys.</summary>
internal static class KinshipReader
{
    public static KinshipRules Read(ConfigReader c) => new()
    {
        MaxChildren = (int)c.Whole("max-children", atMost: 256),
        MaxTakeU16 = (ushort)c.Whole("max-take-u16", atMost: ushort.MaxValue),
        PendingBlocks = c.Blocks("pending"),
        ChildrenRateLimitBlocks = c.Blocks("rate-limit"),
        TakeRateLimitBlocks = c.Blocks("take-rate-limit"),
    };
}
