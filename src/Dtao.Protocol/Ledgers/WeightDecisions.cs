using System.Collections.Immutable;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What becomes of weights that a neuron sets; the tests stand in the chain's order. Weights for oneself alone need no permit: they only show life.</summary>
/// <remarks>subtensor v2.0.1 <c>subnets/weights.rs: do_set_weights</c>.</remarks>
internal sealed class WeightDecisions(LedgerState state, ProtocolRules rules)
{
    private readonly I96F32 taoWeight = RootProportion.Weight(rules.StakeWeightU64);
    private readonly I96F32 threshold = I96F32.FromInteger(rules.StakeThresholdRao);

    public Outcome Decide(SetWeights command)
    {
        if (state.Find(command.Netuid) is not { Netuid.IsRoot: false } subnet) return new Refused(command, Refusal.UnknownSubnet);
        if (command.Weights.Length > subnet.Neurons.Count) return new Refused(command, Refusal.TooManyWeights);
        if (subnet.UidOf(command.Account) is not { } uid) return new Refused(command, Refusal.NotRegistered);
        if (HasTooLittle(subnet, command.Account)) return new Refused(command, Refusal.NotEnoughStake);
        var (neuron, isOwn) = (subnet.Neurons[uid], command.Weights is [var only] && only.Uid == uid);
        if (IsTooSoon(neuron)) return new Refused(command, Refusal.WeightsTooSoon);
        if (!isOwn && !neuron.HasPermit) return new Refused(command, Refusal.NoValidatorPermit);
        if (HasDuplicates(command.Weights.AsSpan())) return new Refused(command, Refusal.DuplicateUids);
        if (LargestUid(command.Weights.AsSpan()) >= subnet.Neurons.Count) return new Refused(command, Refusal.UnknownUid);
        if (!isOwn && command.Weights.Length < Math.Min(rules.MinimumWeights, subnet.Neurons.Count)) return new Refused(command, Refusal.TooFewWeights);
        return new WeightsSet(command.Account, command.Netuid, uid, Upscaled(command.Weights));
    }

    /// <remarks><c>lib.rs: check_weights_min_stake</c>, in 2026 for all but the owner.</remarks>
    private bool HasTooLittle(Subnet subnet, AccountId account) =>
        !(rules.Consensus.OwnerValidates && account == subnet.Owner) && state.StakeWeightOf(subnet, account, taoWeight) < threshold;

    /// <summary>Block 0 counts as never.</summary>
    /// <remarks><c>check_rate_limit</c>.</remarks>
    private bool IsTooSoon(Neuron neuron) => neuron.LastUpdate.Height != 0 && state.Block - neuron.LastUpdate < rules.WeightsRateLimitBlocks;

    private static bool HasDuplicates(ReadOnlySpan<Link> weights)
    {
        Span<bool> seen = stackalloc bool[LargestUid(weights) + 1];
        foreach (var weight in weights)
        {
            if (seen[weight.Uid]) return true;
            seen[weight.Uid] = true;
        }
        return false;
    }

    /// <summary>−1 where there is none.</summary>
    private static int LargestUid(ReadOnlySpan<Link> weights)
    {
        var largest = -1;
        foreach (var weight in weights) largest = Math.Max(largest, weight.Uid);
        return largest;
    }

    /// <summary>Whoever gives its best the most that there is has nothing to scale.</summary>
    private static ImmutableArray<Link> Upscaled(ImmutableArray<Link> weights)
    {
        foreach (var weight in weights)
            if (weight.Value == ushort.MaxValue)
                return weights;
        var values = Shares.UpscaledToU16([.. weights.Select(weight => I32F32.FromInteger(weight.Value))]);
        return [.. weights.Select((weight, i) => weight with { Value = values[i] })];
    }
}
