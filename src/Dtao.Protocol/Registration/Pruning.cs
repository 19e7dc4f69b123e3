using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Registration;

/// <summary>
/// Whose place a newcomer takes on a full subnet: the lowest pruning score among those out of immunity, or among all where everyone is immune;
/// ties go to the earliest registration, then to the lowest uid. The owner keeps its place.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>subnets/registration.rs: get_neuron_to_prune</c>, <c>subnets/uids.rs: replace_neuron</c>.</remarks>
public static class Pruning
{
    /// <returns>A uid; null where the owner is alone.</returns>
    public static ushort? Choose(IReadOnlyList<Neuron> neurons, AccountId owner, Block now, long immunityBlocks)
    {
        var (chosen, best) = (-1, (IsImmune: true, Score: ushort.MaxValue, At: new Block(long.MaxValue)));
        for (var uid = 0; uid < neurons.Count; uid++)
        {
            var neuron = neurons[uid];
            if (neuron.Hotkey == owner) continue;
            var rank = (now - neuron.RegisteredAt < immunityBlocks, neuron.Score.Pruning, neuron.RegisteredAt);
            if (chosen >= 0 && rank.CompareTo(best) >= 0) continue;
            (chosen, best) = (uid, rank);
        }
        return chosen < 0 ? null : (ushort)chosen;
    }
}
