using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// Yuma consensus: validators' weights, clipped to what more than kappa of the active stake agrees on, pay miners; bonds in what they paid pay validators.
/// An instance keeps its buffers from epoch to epoch and serves one run.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/run_epoch.rs: epoch</c>; where nobody sets weights the whole emission goes out by active stake, or by stake.</remarks>
public sealed class YumaConsensus : IConsensus
{
    private readonly SparseRows weights = new();
    private readonly SparseRows clipped = new();
    private readonly WeightedMedian median = new();
    private readonly Bonds bonds = new();

    public EpochOutcome Epoch(EpochInput input)
    {
        var stake = Shares.OfStake(input.StakeWeights);
        var active = ActiveStake(input, stake);
        var permits = ValidatorPermits.TopStakes(stake, input.MaxValidators);
        WeightMatrix.Read(input.Neurons, weights);
        var consensus = median.OfColumns(active, weights, I32F32.FromU16(input.Rules.KappaU16));
        clipped.CopyFrom(weights);
        clipped.ClipColumns(consensus);
        var ranks = clipped.TimesRows(active);
        var trust = Trust(ranks, weights.TimesRows(active));
        Shares.Normalise(ranks);
        var held = bonds.Next(input.Neurons, weights, clipped, active, I32F32.FromU16(input.Rules.BondsPenaltyU16), LiquidAlpha.NewShares(input.Rules, consensus));
        var dividends = held.TimesColumns(ranks);
        Shares.Normalise(dividends);
        var emission = EmissionShares.Of(ranks, dividends, Shares.Sum(active) == I32F32.Zero ? stake : active);
        return new EpochOutcome(EmissionShares.InRao(emission.Servers, input.EmissionRao), EmissionShares.InRao(emission.Validators, input.EmissionRao), permits, Bonds.Stored(held, permits), new EpochScores
        {
            Stake = stake,
            Consensus = consensus,
            Trust = trust,
            ValidatorTrust = clipped.RowSums(),
            Incentive = ranks,
            Dividends = dividends,
            Pruning = Shares.UpscaledToU16(emission.Combined),
        });
    }

    /// <summary>Stake of those who have a permit from the last epoch and have not been silent for too long, as shares of their sum.</summary>
    private static I32F32[] ActiveStake(EpochInput input, I32F32[] stake)
    {
        var active = new I32F32[stake.Length];
        for (var uid = 0; uid < stake.Length; uid++)
            if (input.Neurons[uid].HasPermit && input.Neurons[uid].LastUpdate + input.ActivityCutoffBlocks >= input.Block)
                active[uid] = stake[uid];
        Shares.Normalise(active);
        return active;
    }

    /// <summary>Rank after clipping over rank before; 0 for whoever had none.</summary>
    /// <remarks><c>vecdiv</c>.</remarks>
    private static I32F32[] Trust(I32F32[] ranks, I32F32[] preranks)
    {
        var trust = new I32F32[ranks.Length];
        for (var uid = 0; uid < trust.Length; uid++)
            if (preranks[uid] != I32F32.Zero)
                trust[uid] = ranks[uid] / preranks[uid];
        return trust;
    }
}
