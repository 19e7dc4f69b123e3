using System.Collections.Immutable;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.RootNetwork;

/// <summary>What becomes of a wish for a seat on root and of a root validator's vote; the chain's tests stand in its order.</summary>
/// <remarks>subtensor v1.2.5 <c>coinbase/root.rs: do_root_register, do_set_root_weights</c>.</remarks>
internal sealed class RootDecisions(LedgerState state, ProtocolRules rules)
{
    public Outcome Decide(TakeRootSeat command)
    {
        if (rules.Voting is not { } voting) return new Refused(command, Refusal.NoRootNetwork);
        if (state.Root.UidOf(command.Account) is not null) return new Refused(command, Refusal.AlreadyRegistered);
        if (RootSeats.PlaceFor(command.Account, state, voting.Seats) is not { } uid) return new Refused(command, Refusal.RootStakeTooLow);
        return new RootSeatTaken(command.Account, uid, uid < state.Root.Neurons.Count ? state.Root.Neurons[uid].Hotkey : null);
    }

    public Outcome Decide(SetRootWeights command)
    {
        if (rules.Voting is not { } voting) return new Refused(command, Refusal.NoRootNetwork);
        if (state.Root.UidOf(command.Account) is not { } uid) return new Refused(command, Refusal.NotRegistered);
        if (state.OnRoot(command.Account).Rao < rules.StakeThresholdRao) return new Refused(command, Refusal.NotEnoughStake);
        if (state.Block - state.Root.Neurons[uid].LastUpdate < voting.WeightsRateLimitBlocks) return new Refused(command, Refusal.WeightsTooSoon);
        if (command.Weights.DistinctBy(weight => weight.Netuid).Count() < command.Weights.Length) return new Refused(command, Refusal.DuplicateUids);
        if (command.Weights.Any(weight => state.Find(weight.Netuid) is null)) return new Refused(command, Refusal.UnknownSubnet);
        return new RootWeightsSet(command.Account, uid, Upscaled(command.Weights));
    }

    private static ImmutableArray<RootWeight> Upscaled(ImmutableArray<RootWeight> weights)
    {
        var values = Shares.UpscaledToU16([.. weights.Select(weight => I32F32.FromInteger(weight.Value))]);
        return [.. weights.Select((weight, i) => weight with { Value = values[i] })];
    }
}
