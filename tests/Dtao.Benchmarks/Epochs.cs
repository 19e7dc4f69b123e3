using BenchmarkDotNet.Attributes;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;

namespace Dtao.Benchmarks;

/// <summary>One epoch in which every validator weighs every miner, with the bonds of the epoch before; stakes are others every time.</summary>
public class Epochs
{
    private readonly YumaConsensus consensus = new();
    private readonly Link[][][] sets = new Link[2][][];
    private Neuron[] neurons = [];
    private I96F32[] stakes = [];
    private EpochInput input = null!;
    private int turn;

    /// <summary>64 as on a full subnet, 12 as at launch.</summary>
    [Params(64, 12)]
    public int Validators { get; set; }

    /// <summary>Three a validator on a full subnet, four on a small one.</summary>
    private int Miners => Validators == 64 ? 192 : 4 * Validators;

    [GlobalSetup]
    public void Fill()
    {
        var state = 1UL;
        neurons = [.. Enumerable.Range(0, Validators + Miners).Select(uid => new Neuron(new AccountId(uid), new Block(0)) { HasPermit = uid < Validators })];
        for (var i = 0; i < sets.Length; i++) sets[i] = [.. Enumerable.Range(0, Validators).Select(_ => Weights(ref state))];
        stakes = [.. neurons.Select((_, uid) => uid < Validators ? I96F32.FromInteger((1 + Next(ref state) % 100_000) * 1_000_000_000) : I96F32.Zero)];
        var rules = new ConsensusRules { KappaU16 = 32_767, BondsMovingAverageMillionths = 900_000, BondsPenaltyU16 = 0 };
        input = new EpochInput(new Block(10_000), neurons, stakes, 360_000_000_000, 5_000, Validators, rules);
        Dense();
    }

    /// <summary>All weights have been set since the last one.</summary>
    [Benchmark]
    public void Dense()
    {
        turn++;
        for (var uid = 0; uid < Validators; uid++) neurons[uid].SetWeights(sets[turn % 2][uid], new Block(9_000 + turn % 2));
        Unchanged();
    }

    /// <summary>No weights have been set since the last one.</summary>
    [Benchmark]
    public void Unchanged()
    {
        for (var uid = 0; uid < Validators; uid++) stakes[uid] += I96F32.FromInteger(1_000_000_000 + (ulong)uid * 12_345_678);
        consensus.Epoch(input).LeaveWith(neurons);
    }

    private Link[] Weights(ref ulong state)
    {
        var weights = new Link[Miners];
        for (var i = 0; i < weights.Length; i++) weights[i] = new Link((ushort)(Validators + i), (ushort)(1 + Next(ref state) % 65_535));
        return weights;
    }

    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            state = state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407;
        }
        return state >> 33;
    }
}
