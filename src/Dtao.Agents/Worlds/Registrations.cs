using Dtao.Agents.Census;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Worlds;

/// <summary>Who owns a subnet, validates it and mines on it at genesis.</summary>
internal sealed class Registrations(Population people, Genesis genesis, int validatorsPerSubnet, double lentToFirst, ulong seed)
{
    private readonly AccountId[] owners = [.. people.Of(Role.Owner).Select(seat => seat.Account)];
    private readonly AccountId[] miners = [.. people.Of(Role.Miner).Select(seat => seat.Account)];

    /// <summary>The owner of the n-th subnet: an owner agent, or a passive account where there are fewer agents than subnets.</summary>
    public AccountId OwnerOf(int place) => place < owners.Length ? owners[place] : genesis.Open(Tao.Zero);

    /// <summary>The larger half of the places goes to the largest validators, the rest is drawn; miners go round the subnets.</summary>
    public void Open(NetUid netuid, int place, int subnets)
    {
        foreach (var hotkey in ValidatorsOf(netuid)) genesis.Register(netuid, hotkey);
        Lend(netuid);
        for (var miner = place; miner < miners.Length; miner += subnets) genesis.Register(netuid, miners[miner]);
    }

    /// <summary>All lend the first validator the same part of their weight, so that it has its own and theirs come to what was wanted.</summary>
    private void Lend(NetUid netuid)
    {
        var (first, own) = people.Validators.Places[0];
        if (lentToFirst <= own) return;
        var lent = (ulong)((lentToFirst - own) / (1 - own) * ulong.MaxValue);
        foreach (var (hotkey, _) in people.Validators.Places.Skip(1)) genesis.SetChildren(netuid, hotkey, new Kin(first, lent));
    }

    public IReadOnlyList<AccountId> ValidatorsOf(NetUid netuid)
    {
        var all = people.Validators.Places.Select(p => p.Hotkey).ToArray();
        var largest = Math.Min(all.Length, (validatorsPerSubnet + 1) / 2);
        Dice.For(seed, netuid.Value, 0, Purpose.Named("registration")).Shuffle(all.AsSpan(largest));
        return all.AsSpan(0, Math.Min(all.Length, validatorsPerSubnet)).ToArray();
    }
}
