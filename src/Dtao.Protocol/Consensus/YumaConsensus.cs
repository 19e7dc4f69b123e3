using System.Runtime.Intrinsics;
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
    private static readonly bool InPairs = TwoRows.AreSupported;

    private readonly Bonds bonds = new(InPairs);
    private readonly BondProportions proportions = new();

    public EpochOutcome Epoch(EpochInput input)
    {
        var lists = input.Memory.ListsOf(input.Neurons.Length);
        var stake = Shares.OfStake(Counting(input), lists.Stake);
        var active = ActiveStake(input, stake, lists.ActiveStake);
        var permits = ValidatorPermits.TopStakes(stake, input.MaxValidators, nonZero: input.Rules.BondsAreProportions);
        if (input.OwnerUid is { } owner) permits[owner] = true;
        var rows = input.Memory.Rows;
        rows.Read(input.Neurons, input.OwnerUid);
        var consensus = WeightedMedian.OfColumns(Voters.Of(active, rows.RowOf, I32F32.FromU16(input.Rules.KappaU16), lists, InPairs), rows.Weights, lists.Consensus);
        if (!input.Rules.BondsAreProportions) rows.ReadBonds(input.Neurons);
        var stakeOfRows = new RowStakes(rows.Uids, active);
        var ranking = Ranking.Of(rows.Weights, stakeOfRows, consensus, lists, InPairs);
        var (incentive, trust) = Incentive(ranking, lists);
        var (dividends, left) = input.Rules.BondsAreProportions
            ? (proportions.Dividends(input, rows, consensus, active, incentive), proportions.Stored(permits))
            : Dividends(rows, DealOf(input.Rules, rows, stakeOfRows, ranking, lists, permits), lists);
        var emission = EmissionShares.Of(incentive, dividends, Shares.Sum(active) == I32F32.Zero ? stake : active, lists);
        return new EpochOutcome(emission.ServersInRao(input.EmissionRao), emission.ValidatorsInRao(input.EmissionRao, lists.DividendsInRao), permits, left, new EpochScores
        {
            Stake = stake,
            Consensus = consensus,
            Trust = trust,
            ValidatorTrust = rows.SumsByUid(ranking.RowSums, lists.ValidatorTrust),
            Incentive = incentive,
            Dividends = dividends,
            Pruning = Shares.UpscaledToU16(emission.Combined),
        })
        {
            Sway = Sway.Of(rows, active, ranking.Preranks, lists),
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
    private static (I32F32[] Incentive, I32F32[] Trust) Incentive(Ranking ranking, EpochLists lists)
    {
        ranking.Ranks.CopyTo(lists.Incentive.AsSpan());
        Shares.Normalise(lists.Incentive);
        return (lists.Incentive, Ratios(ranking.Ranks, ranking.Preranks, lists.Trust));
    }

    private (I32F32[] Dividends, StoredBonds Left) Dividends(ValidatorRows rows, BondDeal deal, EpochLists lists)
    {
        var left = rows.Store(bonds.Move(deal, rows.Room()));
        var dividends = rows.SumsByUid(bonds.Earned, lists.Dividends);
        Shares.Normalise(dividends);
        return (dividends, left);
    }

    private static BondDeal DealOf(ConsensusRules rules, ValidatorRows rows, RowStakes stake, Ranking ranking, EpochLists lists, bool[] permits) => new()
    {
        Weights = rows.Weights,
        Held = rows.Held,
        Stake = stake,
        Consensus = lists.Consensus,
        Incentive = lists.Incentive,
        Sums = (ranking.Preranks, ranking.Ranks),
        Penalty = I32F32.FromU16(rules.BondsPenaltyU16),
        NewShares = LiquidAlpha.NewShares(rules, lists.Consensus, lists.NewShares),
        Keeps = Keeps(rows, permits),
    };

    private static Vector256<long>[] Keeps(ValidatorRows rows, bool[] permits)
    {
        var keeps = new Vector256<long>[Lanes.PaddedRows(rows.Uids.Length)];
        for (var row = 0; row < rows.Uids.Length; row++) keeps[row] = permits[rows.Uids[row]] ? Vector256<long>.AllBitsSet : Vector256<long>.Zero;
        return keeps;
    }

    /// <summary>Stake of those who have a permit from the last epoch and have not been silent for too long, as shares of their sum.</summary>
    private static I32F32[] ActiveStake(EpochInput input, I32F32[] stake, I32F32[] active)
    {
        var neurons = input.Neurons;
        for (var uid = 0; uid < neurons.Length; uid++) active[uid] = neurons[uid].Validates(input.Block, input.ActivityCutoffBlocks) ? stake[uid] : I32F32.Zero;
        Shares.Normalise(active);
        return active;
    }

    /// <summary>x ÷ y, 0 where y is.</summary>
    /// <remarks><c>vecdiv</c>.</remarks>
    private static I32F32[] Ratios(I32F32[] x, I32F32[] y, I32F32[] ratios)
    {
        for (var uid = 0; uid < ratios.Length; uid++) ratios[uid] = y[uid] == I32F32.Zero ? I32F32.Zero : x[uid] / y[uid];
        return ratios;
    }
}
