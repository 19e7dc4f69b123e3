using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>A position at its worth: what could be unstaked.</summary>
public readonly record struct Holding(NetUid Netuid, AccountId Hotkey, Alpha Amount);
