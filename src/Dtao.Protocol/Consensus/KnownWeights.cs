using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The weights that the last epoch read: what has not been set again since need not be read again, unless a uid has changed hands.</summary>
internal sealed class KnownWeights
{
    private readonly UidMatrix rows = new();
    private (Link[] Set, Block At, bool IsPermitted)[] read = [];
    private Block[] registeredAt = [];

    /// <summary>They live until the next call.</summary>
    public UidMatrix Read(Neuron[] neurons, Registrations registered)
    {
        if (!registered.At.AsSpan().SequenceEqual(registeredAt)) return ReadAll(neurons, registered);
        for (var uid = 0; uid < neurons.Length; uid++)
        {
            if (IsKnown(uid, neurons[uid])) continue;
            if (WeightMatrix.Speaks(neurons[uid]) == rows[uid].IsEmpty) return ReadAll(neurons, registered);
            Note(uid, neurons[uid]);
            if (!rows[uid].IsEmpty) WeightMatrix.Read(neurons[uid], uid, registered, rows[uid]);
        }
        return rows;
    }

    private bool IsKnown(int uid, Neuron neuron)
    {
        ref readonly var known = ref read[uid];
        return known.Set == neuron.WeightList && known.At == neuron.LastUpdate && known.IsPermitted == neuron.HasPermit;
    }

    private UidMatrix ReadAll(Neuron[] neurons, Registrations registered)
    {
        registeredAt = registered.At;
        if (read.Length != neurons.Length) read = new (Link[], Block, bool)[neurons.Length];
        for (var uid = 0; uid < neurons.Length; uid++) Note(uid, neurons[uid]);
        WeightMatrix.Read(neurons, registered, rows);
        return rows;
    }

    private void Note(int uid, Neuron neuron) => read[uid] = (neuron.WeightList, neuron.LastUpdate, neuron.HasPermit);
}
