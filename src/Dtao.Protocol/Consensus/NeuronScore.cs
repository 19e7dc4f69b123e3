namespace Dtao.Protocol.Consensus;

/// <summary>What the last epoch left with a neuron, as the chain stores it: over 65535, floored.</summary>
public readonly record struct NeuronScore(ushort Consensus, ushort Trust, ushort ValidatorTrust, ushort Incentive, ushort Dividends, ushort Pruning)
{
    internal static NeuronScore Of(EpochScores scores, int uid) => new(
        scores.Consensus[uid].ToU16(), scores.Trust[uid].ToU16(), scores.ValidatorTrust[uid].ToU16(),
        scores.Incentive[uid].ToU16(), scores.Dividends[uid].ToU16(), scores.Pruning[uid]);
}
