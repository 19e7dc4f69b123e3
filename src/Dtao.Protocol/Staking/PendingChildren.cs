using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>Children that a hotkey has named and that do not count yet.</summary>
/// <param name="After">They count from the first epoch after this block.</param>
public sealed record PendingChildren(AccountId Parent, Kin[] Children, Block After);
