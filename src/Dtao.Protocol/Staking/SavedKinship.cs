using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>All that a <see cref="Kinship"/> knows, by ascending account.</summary>
internal sealed record SavedKinship(
    (AccountId Of, Kin[] Kin)[] Children,
    (AccountId Of, Kin[] Kin)[] Parents,
    (AccountId Of, ushort Take)[] Takes,
    (AccountId Of, Block At)[] ChildrenSetAt,
    (AccountId Of, Block At)[] TakesSetAt,
    PendingChildren[] Pending);
