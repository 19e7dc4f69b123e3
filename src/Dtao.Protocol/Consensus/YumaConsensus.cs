using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// Yuma consensus: validators' weights, clipped to what more than kappa of the active stake agrees on, pay miners; bonds in what they paid pay validators.
/// An instance keeps its buffers from epoch to epoch and serves one run.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/run_epoch.rs: epoch</c>; where nobody sets weights the whole emission goes out by active stake, or by stake.</remarks>
public sealed class YumaConsensus : IConsensus
{
    private readonly WeightedMedian median = new();
    private readonly Bonds bonds = new();
    private readonly BondProportions proportions = new();

    public EpochOutcome Epoch(EpochInput input)
    {
        var stake = Shares.OfStake(input.StakeWeights);
        var active = ActiveStake(input, stake);
        var permits = ValidatorPermits.TopStakes(stake, input.MaxValidators, nonZero: input.Rules.BondsAreProportions);
        var registered = Registrations.Of(input.Neurons);
        var weights = input.Memory.Weights.Read(input.Neurons, registered);
        var consensus = input.Memory.Consensus = median.OfColumns(active, weights, I32F32.FromU16(input.Rules.KappaU16), input.Memory.Consensus);
        var ranking = Ranking.Of(weights, active, consensus);
        var (incentive, trust) = Incentive(ranking);
        var inProportion = input.Rules.BondsAreProportions;
        var dividends = inProportion ? proportions.Dividends(input, weights, consensus, active, incentive) : Dividends(input, registered, weights, active, consensus, incentive);
        var emission = EmissionShares.Of(incentive, dividends, Shares.Sum(active) == I32F32.Zero ? stake : active);
        var left = inProportion ? proportions.Stored(permits) : bonds.Stored(permits, input.Memory.Bonds);
        return new EpochOutcome(emission.ServersInRao(input.EmissionRao), emission.ValidatorsInRao(input.EmissionRao), permits, left, new EpochScores
        {
            Stake = stake,
            Consensus = consensus,
            Trust = trust,
            ValidatorTrust = ranking.RowSums,
            Incentive = incentive,
            Dividends = dividends,
            Pruning = Shares.UpscaledToU16(emission.Combined),
        })
        {
            Sway = Sway.Of(weights, active, ranking.Preranks),
        };
    }

    /// <summary>Incentive: stake-weighted clipped weights, as shares of their sum. Trust: what clipping left of them.</summary>
    private static (I32F32[] Incentive, I32F32[] Trust) Incentive(Ranking ranking)
    {
        var trust = Ratios(ranking.Ranks, ranking.Preranks);
        Shares.Normalise(ranking.Ranks);
        return (ranking.Ranks, trust);
    }

    private I32F32[] Dividends(EpochInput input, Registrations registered, UidMatrix weights, I32F32[] active, I32F32[] consensus, I32F32[] incentive)
    {
        var held = bonds.Next(
            input.Memory.Bonds.Read(input.Neurons, registered), weights, consensus, active, I32F32.FromU16(input.Rules.BondsPenaltyU16), LiquidAlpha.NewShares(input.Rules, consensus));
        var dividends = held.TimesColumns(incentive);
        Shares.Normalise(dividends);
        return dividends;
    }

    /// <summary>Stake of those who have a permit from the last epoch and have not been silent for too long, as shares of their sum.</summary>
    private static I32F32[] ActiveStake(EpochInput input, I32F32[] stake)
    {
        var (active, neurons) = (new I32F32[stake.Length], input.Neurons);
        for (var uid = 0; uid < neurons.Length; uid++)
            if (neurons[uid].HasPermit && neurons[uid].LastUpdate + input.ActivityCutoffBlocks >= input.Block)
                active[uid] = stake[uid];
        Shares.Normalise(active);
        return active;
    }

    /// <summary>x ÷ y, 0 where y is.</summary>
    /// <remarks><c>vecdiv</c>.</remarks>
    private static I32F32[] Ratios(I32F32[] x, I32F32[] y)
    {
        var ratios = new I32F32[x.Length];
        for (var uid = 0; uid < ratios.Length; uid++)
            if (y[uid] != I32F32.Zero)
                ratios[uid] = x[uid] / y[uid];
        return ratios;
    }
}
