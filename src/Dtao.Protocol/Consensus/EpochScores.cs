using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>What an epoch thinks of each uid. Lists are by uid, fractions from 0 to 1.</summary>
public sealed record EpochScores
{
    /// <summary>Share of all stake.</summary>
    public required I32F32[] Stake { get; init; }

    /// <summary>The weight that enough active stake agrees on.</summary>
    public required I32F32[] Consensus { get; init; }

    /// <summary>What is left of its rank after clipping; a server's.</summary>
    public required I32F32[] Trust { get; init; }

    /// <summary>What is left of its weights after clipping; a validator's.</summary>
    public required I32F32[] ValidatorTrust { get; init; }

    /// <summary>Share of the miners' half, which is its normalised rank; sums to 1, or is 0 for all.</summary>
    public required I32F32[] Incentive { get; init; }

    /// <summary>Share of the validators' half; sums to 1, or is 0 for all, and does not show the fall-back to stake.</summary>
    public required I32F32[] Dividends { get; init; }

    /// <summary>Emission over 65535 of the largest; whoever is lowest makes room for a newcomer.</summary>
    public required ushort[] Pruning { get; init; }
}
