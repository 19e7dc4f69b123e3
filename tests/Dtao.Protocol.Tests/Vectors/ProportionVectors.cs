using System.Text.Json;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Vectors;

/// <summary>Area 10: epochs of Yuma 3, one after another. Validators come first, each epoch lasts a tempo, and whoever votes does so anew in every epoch.</summary>
internal static class ProportionVectors
{
    private const int TempoBlocks = 361;

    public static Dictionary<string, object?> Reproduce(VectorCase v) => v switch
    {
        _ when v.Has("n_validators", "n_servers", "weights_schedule", "epochs") => new() { ["by_epoch"] = ByEpoch(v) },
        _ when v.Has("points", "steepness") => new() { ["alpha"] = v["points"].EnumerateArray().Select(point => Alpha(v, point)).ToArray() },
        _ => throw new UnreadableVector(v.Id),
    };

    private static double Alpha(VectorCase v, JsonElement point)
    {
        I32F32 Of(string name) => I32F32.FromDouble(point.GetProperty(name).GetDouble());
        var distance = BondSpeed.Distance(Of("bond"), Of("weight"), Of("consensus"));
        return BondSpeed.Sigmoid(distance, I32F32.FromDouble(v.Real("alpha_low")), I32F32.FromDouble(v.Real("alpha_high")), I32F32.FromRatio((uint)v.Whole("steepness"), 100)).ToDouble();
    }

    private static Dictionary<string, object?> ByEpoch(VectorCase v)
    {
        var (consensus, neurons) = (new YumaConsensus(), Enumerable.Range(0, (int)(v.Whole("n_validators") + v.Whole("n_servers"))).Select(uid => At(uid, new Block(0))).ToArray());
        var found = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var epoch = 0; epoch < (int)v.Whole("epochs"); epoch++)
        {
            var now = new Block((epoch + 1) * TempoBlocks);
            Vote(v, neurons, epoch, now);
            var outcome = consensus.Epoch(Input(v, neurons, epoch, now));
            for (var uid = 0; uid < neurons.Length; uid++) neurons[uid].SetBonds(outcome.Bonds[uid]);
            found[epoch.ToString(System.Globalization.CultureInfo.InvariantCulture)] = Told(v, outcome);
        }
        return found;
    }

    private static Neuron At(int uid, Block registered) => new(new AccountId(uid), registered) { HasPermit = true };

    private static EpochInput Input(VectorCase v, Neuron[] neurons, int epoch, Block now) =>
        new(now, neurons, [.. Scheduled(v, "stakes_by_epoch", epoch) is { } stakes ? stakes.EnumerateArray().Select(StakeOf) : v["stakes"].EnumerateArray().Select(StakeOf)], 1_000_000_000, 5000, 64, RulesOf(v))
        {
            LastEpoch = new Block(epoch * TempoBlocks),
        };

    private static I96F32 StakeOf(JsonElement stake) => I96F32.FromInteger(stake.GetUInt64() * 1_000_000_000);

    /// <summary>A server that registers anew does so just after the epoch before, and those who vote do it after that.</summary>
    private static void Vote(VectorCase v, Neuron[] neurons, int epoch, Block now)
    {
        if (v.HasValue("reset_bonds_of_server_uid_at_epoch") && v["reset_bonds_of_server_uid_at_epoch"] is var reset && reset[0].GetInt32() == epoch)
            neurons[reset[1].GetInt32()] = At(reset[1].GetInt32(), new Block(now.Height - TempoBlocks));
        var rows = Scheduled(v, "weights_schedule", epoch) ?? throw new UnreadableVector(v.Id);
        for (var uid = 0; uid < rows.GetArrayLength(); uid++)
            neurons[uid].SetWeights([.. rows[uid].EnumerateArray().Select((weight, server) => new Link((ushort)(rows.GetArrayLength() + server), weight.GetUInt16()))], now);
    }

    /// <summary>What holds from an epoch on: the last entry at or before it.</summary>
    private static JsonElement? Scheduled(VectorCase v, string name, int epoch) => !v.HasValue(name) ? null : v[name].EnumerateObject()
        .Where(entry => int.Parse(entry.Name, System.Globalization.CultureInfo.InvariantCulture) <= epoch)
        .OrderBy(entry => int.Parse(entry.Name, System.Globalization.CultureInfo.InvariantCulture)).Select(entry => (JsonElement?)entry.Value).LastOrDefault();

    private static ConsensusRules RulesOf(VectorCase v) => new()
    {
        KappaU16 = (ushort)v.Whole("kappa_u16"),
        BondsMovingAverageMillionths = (uint)v.Whole("bonds_moving_average"),
        BondsPenaltyU16 = (ushort)v.Whole("bonds_penalty_u16"),
        BondsAreProportions = true,
        LiquidAlpha = v["liquid_alpha"].GetBoolean() ? new(U16(v.Real("alpha_low")), U16(v.Real("alpha_high"))) : null,
        LiquidAlphaSteepness = (uint)v.Whole("alpha_sigmoid_steepness"),
    };

    private static ushort U16(double share) => (ushort)Math.Round(share * ushort.MaxValue);

    private static Dictionary<string, object?> Told(VectorCase v, EpochOutcome outcome)
    {
        var (validators, servers) = ((int)v.Whole("n_validators"), (int)v.Whole("n_servers"));
        return new()
        {
            ["bonds"] = outcome.Bonds.Take(validators).Select(row => Enumerable.Range(validators, servers).Select(uid => row.FirstOrDefault(bond => bond.Uid == uid).Value / 65535.0).ToArray()).ToArray(),
            ["dividends"] = outcome.Scores.Dividends.Select(share => share.ToDouble()).ToArray(),
            ["incentive"] = outcome.Scores.Incentive.Skip(validators).Select(share => share.ToDouble()).ToArray(),
        };
    }
}
