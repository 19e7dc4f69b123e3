using Dtao.Agents.Census;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Worlds;

/// <summary>A chain as an earlier run left it: pools, stakes, owners and neurons stay; what agents have on root they buy, and miners register where there is room.</summary>
internal sealed class SavedMarket(Population people, Genesis genesis, TakenAccounts accounts, ProtocolRules rules)
{
    public void Open()
    {
        foreach (var seat in people.Seats)
        {
            var wanted = people.OnRoot[seat.Index];
            if (wanted.IsZero) continue;
            accounts.Give(seat.Account, wanted);
            genesis.StakeFree(seat.Account, seat.Delegate, wanted);
        }
        RegisterMiners([.. people.Of(Role.Miner).Select(seat => seat.Account)]);
    }

    /// <summary>They go round the subnets, as at a launch; who finds no room has to register like anybody else.</summary>
    private void RegisterMiners(IReadOnlyList<AccountId> miners)
    {
        var subnets = genesis.State.Subnets;
        for (var i = 0; i < miners.Count; i++)
        {
            var subnet = subnets[i % subnets.Count];
            if (subnet.Neurons.Count < rules.Registration.MaxNeurons) genesis.Register(subnet.Netuid, miners[i]);
        }
    }
}
