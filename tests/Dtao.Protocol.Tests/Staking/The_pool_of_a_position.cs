using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Staking;

public sealed class The_pool_of_a_position
{
    private static readonly NetUid Netuid = new(1);

    /// <summary>A position says it in 16 bits, so that one beyond 65,535 names another's place.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(65_535)]
    [InlineData(65_538)]
    public void is_its_hotkeys_wherever_it_is_said_to_stand(int said)
    {
        var pools = PoolsWorthTheirPlace(4);
        var position = new Position(Netuid, HotkeyAt(2), 1) { Pool = said };
        Assert.Equal(2, pools.PlaceOf(position));
        Assert.Equal(new Alpha(3), pools.WorthOf(position));
    }

    [Fact]
    public void is_none_where_its_hotkey_has_none()
    {
        var pools = PoolsWorthTheirPlace(4);
        var position = new Position(Netuid, HotkeyAt(4), 1) { Pool = 2 };
        Assert.Equal(-1, pools.PlaceOf(position));
        Assert.Equal(Alpha.Zero, pools.WorthOf(position));
    }

    [Fact]
    public void is_found_beyond_what_16_bits_tell()
    {
        var pools = PoolsWorthTheirPlace(70_000);
        Assert.Equal(69_999, pools.PlaceOf(new Position(Netuid, HotkeyAt(69_999), 1) { Pool = 69_999 }));
    }

    [Fact]
    public void takes_no_room_and_makes_no_difference()
    {
        Assert.Equal(16, System.Runtime.CompilerServices.Unsafe.SizeOf<Position>());
        Assert.Equal(new Position(Netuid, HotkeyAt(2), 1) { Pool = 1 }, new Position(Netuid, HotkeyAt(2), 1) { Pool = 2 });
        Assert.NotEqual(new Position(Netuid, HotkeyAt(2), 1), new Position(Netuid, HotkeyAt(2), 2));
    }

    /// <summary>Where the share of each is worth a rao more than that of the one before.</summary>
    private static StakePools PoolsWorthTheirPlace(int count)
    {
        var pools = new StakePools();
        for (var place = 0; place < count; place++) pools.Deposit(HotkeyAt(place), new Alpha((ulong)place + 1), shares: 1);
        return pools;
    }

    private static AccountId HotkeyAt(int place) => new(1000 - place);
}
