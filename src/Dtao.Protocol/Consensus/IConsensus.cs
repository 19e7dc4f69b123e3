namespace Dtao.Protocol.Consensus;

/// <summary>How a subnet's epoch turns stake and weights into incentive and dividends.</summary>
public interface IConsensus
{
    EpochOutcome Epoch(EpochInput input);
}
