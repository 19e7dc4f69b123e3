using System.Collections.Immutable;
using System.Diagnostics;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Benchmarks;

/// <summary>
/// Times the epoch of one full subnet in which every validator weighs every miner. Stakes change before every epoch, as dividends change them; weights either all change
/// (dense) or none does (unchanged). What is timed is the consensus and what it leaves with the neurons, not the payments.
/// </summary>
public sealed class EpochMeter
{
    private readonly int validators, miners;
    private readonly Ledger ledger;
    private readonly Neuron[] neurons;
    private readonly I96F32[] stakes;
    private readonly YumaConsensus consensus = new();
    private readonly EpochInput input;
    private readonly PlainEpoch plain;
    private double[,] plainWeights = new double[0, 0];
    private ulong drawn = 1;

    public EpochMeter(int validators, int miners, ProtocolRules rules)
    {
        (this.validators, this.miners) = (validators, miners);
        var unhurried = rules with { WeightsRateLimitBlocks = 0, StakeThresholdRao = 0, MaxValidators = validators, Registration = rules.Registration with { MaxNeurons = validators + miners } };
        ledger = Opened(unhurried);
        neurons = [.. ledger.State.Subnets[0].Neurons];
        stakes = new I96F32[neurons.Length];
        for (var uid = 0; uid < validators; uid++) stakes[uid] = I96F32.FromInteger((1 + Draw() % 100_000) * Tao.RaoPerTao);
        input = new EpochInput(ledger.State.Block, neurons, stakes, 360 * Alpha.RaoPerAlpha, rules.ActivityCutoffBlocks, validators, unhurried.Consensus);
        plain = new PlainEpoch(validators, miners, rules.Consensus.KappaU16 / 65_535.0, rules.Consensus.BondsMovingAverageMillionths / 1e6);
        Epoch(); // the first one gives the permits
        SetWeights();
    }

    /// <summary>Microseconds an epoch: those of all new weights and the plain ones in turns, and then those of the same weights.</summary>
    public EpochTiming Time(int epochs)
    {
        var (dense, unchanged, reference) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        for (var i = 0; i < epochs; i++)
        {
            SetWeights();
            MoveStakes();
            dense += Timed(Epoch);
            reference += Timed(() => plain.Dividends([.. stakes[..validators].Select(stake => stake.ToDouble())], plainWeights));
        }
        for (var i = 0; i < epochs; i++)
        {
            MoveStakes();
            unchanged += Timed(Epoch);
        }
        return new(dense.TotalMicroseconds / epochs, unchanged.TotalMicroseconds / epochs, reference.TotalMicroseconds / epochs);
    }

    private void Epoch() => consensus.Epoch(input).LeaveWith(neurons);

    private static TimeSpan Timed(Action what)
    {
        var started = Stopwatch.GetTimestamp();
        what();
        return Stopwatch.GetElapsedTime(started);
    }

    private Ledger Opened(ProtocolRules rules)
    {
        var genesis = new Genesis(new Block(1), rules);
        var netuid = new NetUid(1);
        var hotkeys = Enumerable.Range(0, validators + miners).Select(_ => genesis.Open(Tao.Of(1))).ToArray();
        genesis.Open(netuid, hotkeys[0], new Pool(Tao.Of(1_000), Alpha.Of(1_000)), I96F32.One);
        foreach (var hotkey in hotkeys) genesis.Register(netuid, hotkey);
        var opened = genesis.Build();
        opened.OpenBlock(opened.State.Block + 1);
        return opened;
    }

    /// <summary>Every validator weighs every miner anew.</summary>
    private void SetWeights()
    {
        plainWeights = new double[validators, miners];
        for (var uid = 0; uid < validators; uid++)
        {
            var weights = Enumerable.Range(validators, miners).Select(miner => new Link((ushort)miner, (ushort)(1 + Draw() % 65_535))).ToImmutableArray();
            if (ledger.Settle(new SetWeights(neurons[uid].Hotkey, new NetUid(1), weights)) is Refused refused) throw new InvalidOperationException($"{refused}");
            var sum = weights.Sum(weight => (double)weight.Value);
            for (var i = 0; i < miners; i++) plainWeights[uid, i] = weights[i].Value / sum;
        }
    }

    private void MoveStakes()
    {
        for (var uid = 0; uid < validators; uid++) stakes[uid] += I96F32.FromInteger(1 + Draw() % Tao.RaoPerTao);
    }

    private ulong Draw()
    {
        unchecked
        {
            drawn = drawn * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407;
        }
        return drawn >> 33;
    }
}

/// <summary>Microseconds an epoch.</summary>
/// <param name="Dense">All weights were set since the last one.</param>
/// <param name="Unchanged">None was.</param>
/// <param name="Plain">A <see cref="PlainEpoch"/> of the same weights.</param>
public readonly record struct EpochTiming(double Dense, double Unchanged, double Plain);
