using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// Yuma consensus: validators' weights, clipped to what more than kappa of the active stake agrees on, pay miners; bonds in what they paid pay validators.
/// An instance keeps its buffers from epoch to epoch and serves one run.
/// </summary>
/// <remarks>
/// subtensor v2.0.1 <c>epoch/run_epoch.rs: epoch</c>; where nobody sets weights the whole emission goes out by active stake, or by stake. The least stake and
/// the owner's part are those of 14bc6f9f9 <c>epoch_mechanism</c>.
/// </remarks>
public sealed class YumaConsensus : IConsensus
{
    private readonly Bonds bonds = new();
    private readonly BondProportions proportions = new();

    public EpochOutcome Epoch(EpochInput input)
    {
        var stake = Shares.OfStake(Counting(input));
        var active = ActiveStake(input, stake);
        var permits = ValidatorPermits.TopStakes(stake, input.MaxValidators, nonZero: input.Rules.BondsAreProportions);
        if (input.OwnerUid is { } owner) permits[owner] = true;
        var rows = input.Memory.Rows;
        rows.Read(input.Neurons, input.OwnerUid);
        var consensus = input.Memory.Consensus =
            WeightedMedian.OfColumns(active, rows.Weights, rows.RowOf, I32F32.FromU16(input.Rules.KappaU16), input.Memory.Consensus);
        if (!input.Rules.BondsAreProportions) rows.ReadBonds(input.Neurons);
        var stakeOfRows = new RowStakes(rows.Uids, active);
        var ranking = Ranking.Of(rows.Weights, stakeOfRows, consensus);
        var (incentive, trust) = Incentive(ranking);
        var (dividends, left) = input.Rules.BondsAreProportions
            ? (proportions.Dividends(input, rows, consensus, active, incentive), proportions.Stored(permits))
            : Dividends(rows, DealOf(input.Rules, rows, stakeOfRows, ranking, consensus, incentive, permits));
        var emission = EmissionShares.Of(incentive, dividends, Shares.Sum(active) == I32F32.Zero ? stake : active);
        return new EpochOutcome(emission.ServersInRao(input.EmissionRao), emission.ValidatorsInRao(input.EmissionRao), permits, left, new EpochScores
        {
            Stake = stake,
            Consensus = consensus,
            Trust = trust,
            ValidatorTrust = rows.ByUid(ranking.RowSum),
            Incentive = incentive,
            Dividends = dividends,
            Pruning = Shares.UpscaledToU16(emission.Combined),
        })
        {
            Sway = Sway.Of(rows, active, ranking.Preranks),
        };
    }

    /// <summary>Stake weights, 0 for whoever has too little.</summary>
    private static I96F32[] Counting(EpochInput input)
    {
        if (input.Rules.LeastStakeRao == 0) return input.StakeWeights;
        var (counting, least) = (input.StakeWeights.AsSpan().ToArray(), I96F32.FromInteger(input.Rules.LeastStakeRao));
        for (var uid = 0; uid < counting.Length; uid++)
            if (counting[uid] < least && uid != input.OwnerUid)
                counting[uid] = I96F32.Zero;
        return counting;
    }

    /// <summary>Incentive: stake-weighted clipped weights, as shares of their sum. Trust: what clipping left of them.</summary>
    private static (I32F32[] Incentive, I32F32[] Trust) Incentive(Ranking ranking)
    {
        var incentive = ranking.Ranks.AsSpan().ToArray();
        Shares.Normalise(incentive);
        return (incentive, Ratios(ranking.Ranks, ranking.Preranks));
    }

    private (I32F32[] Dividends, StoredBonds Left) Dividends(ValidatorRows rows, BondDeal deal)
    {
        var left = rows.Store(bonds.Move(deal));
        var dividends = rows.ByUid(bonds.Earned);
        Shares.Normalise(dividends);
        return (dividends, left);
    }

    private static BondDeal DealOf(ConsensusRules rules, ValidatorRows rows, RowStakes stake, Ranking ranking, I32F32[] consensus, I32F32[] incentive, bool[] permits) => new()
    {
        Weights = rows.Weights,
        Held = rows.Held,
        Stake = stake,
        Consensus = consensus,
        Incentive = incentive,
        Sums = (ranking.Preranks, ranking.Ranks),
        Penalty = I32F32.FromU16(rules.BondsPenaltyU16),
        NewShares = LiquidAlpha.NewShares(rules, consensus),
        Keeps = Keeps(rows, permits),
    };

    private static long[] Keeps(ValidatorRows rows, bool[] permits)
    {
        var keeps = new long[rows.Uids.Length];
        for (var row = 0; row < keeps.Length; row++) keeps[row] = permits[rows.Uids[row]] ? -1 : 0;
        return keeps;
    }

    /// <summary>Stake of those who have a permit from the last epoch and have not been silent for too long, as shares of their sum.</summary>
    private static I32F32[] ActiveStake(EpochInput input, I32F32[] stake)
    {
        var (active, neurons) = (new I32F32[stake.Length], input.Neurons);
        for (var uid = 0; uid < neurons.Length; uid++)
            if (neurons[uid].Validates(input.Block, input.ActivityCutoffBlocks))
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
