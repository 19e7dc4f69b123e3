using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Staking;

/// <summary>They are what an ordered list of them would be, after any changes.</summary>
public sealed class Positions_of_an_account
{
    [Fact]
    public void stand_by_netuid_and_hotkey_and_go_with_their_last_share()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<(byte Netuid, byte Hotkey, byte Shares, bool Adds)[]>(), changes =>
        {
            var (account, plain) = (new Account(), new SortedDictionary<(int Netuid, int Hotkey), ulong>());
            foreach (var (netuid, hotkey, shares, adds) in changes)
            {
                var (key, given) = ((netuid % 4, hotkey % 8), shares % 3UL);
                if (adds) account.AddShares(new NetUid((ushort)key.Item1), new AccountId(key.Item2), given, pool: 0);
                else account.SetShares(new NetUid((ushort)key.Item1), new AccountId(key.Item2), given, pool: 0);
                var held = given + (adds ? plain.GetValueOrDefault(key) : 0);
                if (held == 0) plain.Remove(key);
                else plain[key] = held;
            }
            return Are(plain, account);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(80), property);
    }

    private static bool Are(SortedDictionary<(int Netuid, int Hotkey), ulong> plain, Account account)
    {
        Position[] expected = [.. plain.Select(one => new Position(new NetUid((ushort)one.Key.Netuid), new AccountId(one.Key.Hotkey), one.Value))];
        return account.PositionSpan.SequenceEqual(expected)
            && account.Positions.SequenceEqual(expected)
            && Enumerable.Range(0, 5).All(netuid => account.PositionsOn(new NetUid((ushort)netuid)).SequenceEqual([.. expected.Where(one => one.Netuid.Value == netuid)]))
            && expected.All(one => account.SharesOf(one.Netuid, one.Hotkey) == one.Shares)
            && account.SharesOf(new NetUid(4), new AccountId(0)) == 0;
    }
}
