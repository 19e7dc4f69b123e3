using Dtao.Agents.Census;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Worlds;

/// <summary>Puts TAO on root: what agents delegate, and passive nominators up to each validator's share of the total.</summary>
internal static class RootStakes
{
    public static void Open(Tao total, Population people, Genesis genesis)
    {
        var delegated = new Dictionary<AccountId, Tao>();
        foreach (var seat in people.Seats)
        {
            genesis.Stake(seat.Account, NetUid.Root, seat.Delegate, new Alpha(people.OnRoot[seat.Index].Rao));
            delegated[seat.Delegate] = delegated.GetValueOrDefault(seat.Delegate) + people.OnRoot[seat.Index];
        }
        var nominators = genesis.Open(Tao.Zero);
        foreach (var (hotkey, share) in people.Validators.Places)
        {
            var wanted = new Tao((ulong)(total.Rao * share));
            var held = delegated.GetValueOrDefault(hotkey);
            if (wanted > held) genesis.Stake(nominators, NetUid.Root, hotkey, new Alpha((wanted - held).Rao));
        }
    }
}
