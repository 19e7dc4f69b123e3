namespace Dtao.Protocol.Consensus;

/// <summary>What an epoch pays and whom it permits to validate next. Lists are by uid, amounts in rao of alpha.</summary>
public sealed record EpochOutcome(ulong[] Incentive, ulong[] Dividends, bool[] Permits);
