using BenchmarkDotNet.Attributes;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;

namespace Dtao.Benchmarks;

/// <summary>One epoch in which every validator weighs every miner, with the bonds of the epoch before.</summary>
public class Epochs
{
    private const int Validators = 64, Miners = 192;

    private readonly YumaConsensus consensus = new();
    private EpochInput input = null!;

    [GlobalSetup]
    public void Fill()
    {
        var neurons = new Neuron[Validators + Miners];
        var state = 1UL;
        for (var uid = 0; uid < neurons.Length; uid++)
        {
            neurons[uid] = new Neuron(new AccountId(uid), new Block(0)) { HasPermit = uid < Validators };
            if (uid < Validators) neurons[uid].SetWeights([.. Enumerable.Range(Validators, Miners).Select(miner => new Link((ushort)miner, (ushort)(1 + Next(ref state) % 65_535)))], new Block(9_000));
        }
        var stakes = neurons.Select((_, uid) => uid < Validators ? I96F32.FromInteger((1 + Next(ref state) % 100_000) * 1_000_000_000) : I96F32.Zero).ToArray();
        var rules = new ConsensusRules { KappaU16 = 32_767, BondsMovingAverageMillionths = 900_000, BondsPenaltyU16 = 0 };
        input = new EpochInput(new Block(10_000), neurons, stakes, 360_000_000_000, 5_000, 64, rules);
        var bonds = consensus.Epoch(input).Bonds;
        for (var uid = 0; uid < neurons.Length; uid++) neurons[uid].SetBonds(bonds[uid]);
    }

    [Benchmark]
    public EpochOutcome Dense() => consensus.Epoch(input);

    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            state = state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407;
        }
        return state >> 33;
    }
}
