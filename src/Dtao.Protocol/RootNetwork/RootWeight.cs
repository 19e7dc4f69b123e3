using Dtao.Protocol.Units;

namespace Dtao.Protocol.RootNetwork;

/// <summary>What a root validator gives one netuid; root's own 0 may be among them.</summary>
public readonly record struct RootWeight(NetUid Netuid, ushort Value);
