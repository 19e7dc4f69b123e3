using Dtao.Protocol.Units;

namespace Dtao.Agents.Worlds;

/// <summary>One subnet of a chain snapshot.</summary>
/// <param name="MovingPrice">TAO per alpha; 0 for a subnet that has not started.</param>
public sealed record SnapshotRow(NetUid Netuid, Tao TaoIn, Alpha AlphaIn, Alpha AlphaOut, double MovingPrice);
