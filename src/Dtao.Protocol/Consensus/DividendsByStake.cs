using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// The chain's own fallback for a subnet without weights: nobody earns incentive, and the whole emission goes out as dividends by active stake,
/// or by all stake where nobody is active.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/run_epoch.rs</c>, where combined emission is zero.</remarks>
public sealed class DividendsByStake : IConsensus
{
    public EpochOutcome Epoch(EpochInput input)
    {
        var stake = Normalised(input.StakeWeights);
        var active = Normalised(ActiveStake(input, stake));
        var shares = IsZero(active) ? stake : active;
        var emission = I96F32.FromInteger(input.EmissionRao);
        return new EpochOutcome(
            Incentive: new ulong[stake.Length],
            Dividends: Array.ConvertAll(shares, share => (share * emission).Floor()),
            Permits: ValidatorPermits.TopStakes(stake, input.MaxValidators));
    }

    private static I96F32[] ActiveStake(EpochInput input, I96F32[] stake)
    {
        var active = new I96F32[stake.Length];
        for (var uid = 0; uid < stake.Length; uid++)
            if (MayValidate(input, input.Neurons[uid]))
                active[uid] = stake[uid];
        return active;
    }

    private static bool MayValidate(EpochInput input, Neuron neuron) =>
        neuron.HasPermit && neuron.LastUpdate + input.ActivityCutoffBlocks >= input.Block;

    private static I96F32[] Normalised(I96F32[] values)
    {
        var sum = I96F32.Zero;
        foreach (var value in values) sum += value;
        return sum == I96F32.Zero ? values : Array.ConvertAll(values, value => value / sum);
    }

    private static bool IsZero(I96F32[] values) => Array.TrueForAll(values, value => value == I96F32.Zero);
}
