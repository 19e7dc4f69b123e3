using System.Text.Json;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

internal static class YumaVectors
{
    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("stakes", "weights_u16", "bonds_in_u16", "rao_emission") => Epoch(v),
        _ when v.Has("stakes", "max_validators") => new() { ["permits"] = ValidatorPermits.TopStakes(Shares.OfStake(StakesOf(v), new I32F32[StakesOf(v).Length]), (int)v.Whole("max_validators")) },
        _ => throw new UnreadableVector(v.Id),
    };

    private static Dictionary<string, object?> Epoch(VectorCase v)
    {
        var input = new EpochInput(
            new Block((long)v.Whole("block")), NeuronsOf(v), StakesOf(v), v.Whole("rao_emission"), (long)v.Whole("activity_cutoff"), (int)v.Whole("max_validators"), RulesOf(v));
        var outcome = new YumaConsensus().Epoch(input);
        return new()
        {
            ["stake"] = Reals(outcome.Scores.Stake),
            ["consensus"] = Reals(outcome.Scores.Consensus),
            ["trust"] = Reals(outcome.Scores.Trust),
            ["validator_trust"] = Reals(outcome.Scores.ValidatorTrust),
            ["incentive"] = Reals(outcome.Scores.Incentive),
            ["dividends"] = Reals(outcome.Scores.Dividends),
            ["emission"] = outcome.Incentive.Zip(outcome.Dividends, (incentive, dividend) => incentive + dividend).ToArray(),
            ["bonds"] = outcome.Bonds.Select(row => Dense(row, outcome.Bonds.Count)).ToArray(),
            ["permits"] = outcome.Permits,
        };
    }

    private static ConsensusRules RulesOf(VectorCase v) => new()
    {
        KappaU16 = (ushort)v.Whole("kappa_u16"),
        BondsMovingAverageMillionths = (uint)v.Whole("bonds_moving_average"),
        BondsPenaltyU16 = (ushort)v.Whole("bonds_penalty_u16"),
        LiquidAlpha = v.Has("liquid_alpha") && v["liquid_alpha"].GetBoolean() ? new((ushort)v.Whole("alpha_low_u16"), (ushort)v.Whole("alpha_high_u16")) : null,
    };

    private static Neuron[] NeuronsOf(VectorCase v)
    {
        var (registered, updated) = (v.Wholes("block_at_registration").ToArray(), v.Wholes("last_update").ToArray());
        var (permits, weights, bonds) = (v["validator_permits"], v["weights_u16"], v["bonds_in_u16"]);
        return [.. registered.Select((block, uid) =>
        {
            var neuron = new Neuron(new AccountId(uid), new Block((long)block)) { HasPermit = permits[uid].GetBoolean() };
            neuron.SetWeights(LinksOf(weights[uid]), new Block((long)updated[uid]));
            neuron.SetBonds(LinksOf(bonds[uid]));
            return neuron;
        })];
    }

    private static Link[] LinksOf(JsonElement row) => [.. row.EnumerateArray().Select(entry => new Link(entry[0].GetUInt16(), entry[1].GetUInt16()))];

    private static I96F32[] StakesOf(VectorCase v) => [.. v.Wholes("stakes").Select(I96F32.FromInteger)];

    private static double[] Reals(I32F32[] values) => [.. values.Select(value => value.ToDouble())];

    private static int[] Dense(Link[] row, int uids)
    {
        var dense = new int[uids];
        foreach (var link in row) dense[link.Uid] = link.Value;
        return dense;
    }
}
