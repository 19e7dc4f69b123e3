using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>What a subnet's epoch reads. Lists are by uid.</summary>
/// <param name="Block">The block of the epoch.</param>
/// <param name="Neurons">The subnet's neurons, with their weights and bonds.</param>
/// <param name="StakeWeights">alpha + w·root of each neuron's hotkey, before normalisation.</param>
/// <param name="EmissionRao">Alpha to be divided, pending and already swapped together, rao.</param>
/// <param name="ActivityCutoffBlocks">A neuron that has been silent for longer is inactive.</param>
/// <param name="MaxValidators">How many permits there are.</param>
/// <param name="Rules">The constants of the consensus.</param>
public sealed record EpochInput(
    Block Block, Neuron[] Neurons, I96F32[] StakeWeights, ulong EmissionRao, long ActivityCutoffBlocks, int MaxValidators, ConsensusRules Rules)
{
    /// <summary>When the epoch before this one was: what was bought of a neuron that has come since is void.</summary>
    public Block LastEpoch { get; init; } = new(long.MinValue);

    /// <summary>Who may validate whatever its stake, and weigh itself; null where nobody may.</summary>
    public int? OwnerUid { get; init; }

    /// <summary>What the subnet's last epoch left; a new one knows nothing.</summary>
    public EpochMemory Memory { get => field ??= new(); init; }
}
