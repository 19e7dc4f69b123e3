using Dtao.Protocol.Registration;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>
/// What becomes of a request for a place on a subnet; the tests stand in the chain's order. The price is swapped for alpha without a fee, and that alpha is burned.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>subnets/registration.rs: do_burned_registration</c>.</remarks>
internal sealed class RegistrationDecisions(LedgerState state, ProtocolRules rules)
{
    private readonly RegistrationRules neurons = rules.Registration;

    public Outcome Decide(RegisterNeuron command)
    {
        if (state.Find(command.Netuid) is not { Netuid.IsRoot: false } subnet) return new Refused(command, Refusal.UnknownSubnet);
        if (!subnet.RegistrationOpen) return new Refused(command, Refusal.RegistrationClosed);
        var terms = subnet.Terms;
        if (terms.ThisBlock >= neurons.MaxPerBlock) return new Refused(command, Refusal.TooManyRegistrationsThisBlock);
        if (terms.ThisInterval >= neurons.MaxPerInterval) return new Refused(command, Refusal.TooManyRegistrationsThisInterval);
        if (subnet.UidOf(command.Account) is not null) return new Refused(command, Refusal.AlreadyRegistered);
        if (state.AccountOf(command.Account).Free < terms.Burn) return new Refused(command, Refusal.InsufficientTao);
        if (PlaceIn(subnet) is not { } uid) return new Refused(command, Refusal.NobodyToPrune);
        if (subnet.Curve.Buy(subnet.Pool, terms.Burn) is not { } swap) return new Refused(command, Refusal.InsufficientLiquidity);
        var burned = subnet.IsDynamic ? swap.Bought : Alpha.Zero;
        AccountId? replaced = uid < subnet.Neurons.Count ? subnet.Neurons[uid].Hotkey : null;
        return new NeuronRegistered(command.Account, subnet.Netuid, uid, terms.Burn, burned, replaced);
    }

    private ushort? PlaceIn(Subnet subnet) => subnet.Neurons.Count < neurons.MaxNeurons
        ? (ushort)subnet.Neurons.Count
        : Pruning.Choose(subnet.Neurons, subnet.Owner, state.Block, neurons.ImmunityBlocks);
}
