using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>A subnet's lists by uid, which its next epoch writes over: afresh they would be a quarter of what a run allocates, and nobody needs them any longer.</summary>
internal sealed class EpochLists(int uids)
{
    public int Uids { get; } = uids;

    public I96F32[] StakeWeights { get; } = new I96F32[uids];

    public I32F32[] Stake { get; } = new I32F32[uids];

    public I32F32[] ActiveStake { get; } = new I32F32[uids];

    /// <summary>Active stake once more as shares of its sum, as medians are weighed.</summary>
    public I32F32[] VotingStake { get; } = new I32F32[uids];

    /// <summary>Of those who vote on medians.</summary>
    public int[] VotingRows { get; } = new int[uids];

    /// <inheritdoc cref="VotingRows"/>
    public long[] Votes { get; } = new long[uids];

    /// <inheritdoc cref="VotingRows"/>
    public Vector256<long>[] VotesByRow { get; } = new Vector256<long>[Lanes.PaddedRows(uids)];

    public I32F32[] Consensus { get; } = new I32F32[uids];

    public I32F32[] Preranks { get; } = new I32F32[uids];

    public I32F32[] Ranks { get; } = new I32F32[uids];

    public I32F32[] Incentive { get; } = new I32F32[uids];

    public I32F32[] Trust { get; } = new I32F32[uids];

    public I32F32[] ValidatorTrust { get; } = new I32F32[uids];

    public I32F32[] NewShares { get; } = new I32F32[uids];

    public I32F32[] Dividends { get; } = new I32F32[uids];

    public EmissionShares Emission { get; } = new(new I32F32[uids], new I32F32[uids], new I32F32[uids]);

    public ulong[] DividendsInRao { get; } = new ulong[uids];

    /// <summary>What one validator says.</summary>
    public I32F32[] Weights { get; } = new I32F32[uids];
}
