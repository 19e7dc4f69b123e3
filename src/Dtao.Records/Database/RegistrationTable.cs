using Dtao.Protocol.Ledgers;
using Dtao.Records.Events;

namespace Dtao.Records.Database;

/// <summary>Who took which place on a subnet, for how much, and from whom; and what a subnet left that made room for another.</summary>
internal sealed class RegistrationTable(Inserts inserts)
{
    private readonly Insert registrations = inserts.Into("registrations", columns: 10);
    private readonly Insert dissolutions = inserts.Into("dissolutions", columns: 8);

    public void Add(in RunEvent told, Settled settled, NeuronRegistered neuron)
    {
        registrations.Value(told.Block.Height).Value(neuron.Account.Index).Value(neuron.Netuid.Value).Value(neuron.Uid).Value(neuron.Paid);
        if (neuron.Replaced is { } loser) registrations.Value(loser.Index);
        else registrations.Nothing();
        registrations.Value(told, settled).Run();
    }

    /// <summary>A new subnet's owner has the first place on it.</summary>
    public void Add(in RunEvent told, Settled settled, SubnetRegistered subnet)
    {
        registrations.Value(told.Block.Height).Value(subnet.Account.Index).Value(subnet.Netuid.Value).Value(0).Value(subnet.Lock).Nothing().Value(told, settled).Run();
        if (subnet.Dissolved is not { } gone) return;
        dissolutions.Value(told.Block.Height).Value(gone.Netuid.Value).Value(gone.PaidOut).Value(gone.Withheld).Value(gone.Payouts.Length).Value(told).Run();
    }
}
