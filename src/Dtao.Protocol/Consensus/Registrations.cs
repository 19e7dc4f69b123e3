using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>When each uid was taken by whoever holds it.</summary>
internal readonly record struct Registrations(Block[] At, Block Newest)
{
    public static Registrations Of(Neuron[] neurons)
    {
        var (at, newest) = (new Block[neurons.Length], new Block(long.MinValue));
        for (var uid = 0; uid < at.Length; uid++)
        {
            at[uid] = neurons[uid].RegisteredAt;
            if (at[uid] > newest) newest = at[uid];
        }
        return new Registrations(at, newest);
    }
}
