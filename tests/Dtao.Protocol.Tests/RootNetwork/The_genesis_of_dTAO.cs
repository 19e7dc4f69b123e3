using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.RootNetwork;

/// <summary>The old mechanism goes over into dTAO at block 150.</summary>
public sealed class The_genesis_of_dTAO : RootSpec
{
    private const int Blocks = 50;

    private static readonly ProtocolRules Rules = OldRules with { Switches = [new RulesSwitch(new Block(100 + Blocks), "launch", NewRules)] };

    public The_genesis_of_dTAO() => Start(Rules);

    [Fact]
    public void opens_pools_out_of_the_owners_locks_and_gives_the_rest_back()
    {
        PassBlocks(Blocks - 1);
        var free = State.AccountOf(Owner).Free;
        var cuts = Ledger.OpenBlock(State.Block + 1).OfType<EpochDrained>().Take(2).Sum(epoch => (long)epoch.OwnerCut.Rao);
        Assert.Equal(Tao.Of(8) + new Tao((ulong)cuts), State.AccountOf(Owner).Free - free);
        Ledger.CloseBlock();
        Assert.All(State.Subnets, subnet => Assert.True(subnet is { IsDynamic: true, Locked.IsZero: true, PendingTao.IsZero: true }));
        Assert.All(State.Subnets, subnet => Assert.Equal(Tao.Of(1), subnet.Pool.TaoReserve + subnet.PendingRootDividends - subnet.TaoEmission)); // the block's own emission apart
    }

    [Fact]
    public void seeds_the_moving_price_with_what_root_gave_last()
    {
        PassBlocks(Blocks);
        Assert.Equal(0.25, State[Apex].MovingPrice.ToDouble(), 1e-3);
        Assert.Equal(0.75, State[Targon].MovingPrice.ToDouble(), 1e-3);
    }

    [Fact]
    public void leaves_nothing_of_the_old_mechanism_owing()
    {
        PassBlocks(Blocks - 1);
        Assert.False(State.HotkeyPay.Total.IsZero);
        PassBlocks(1);
        Assert.True(State.HotkeyPay.Total.IsZero);
        Assert.Equal(State.Root.Stakes.Total.Rao, State.Root.Pool.TaoReserve.Rao);
    }

    [Fact]
    public void opens_smaller_pools_at_the_same_price_where_less_is_locked()
    {
        Start(Rules with { Switches = [Rules.Switches[0] with { Rules = NewRules with { RootNetwork = Network with { PoolTaoRao = 20_000_000_000, PoolAlphaRao = 80_000_000_000 } } }] });
        PassBlocks(Blocks - 1);
        Ledger.OpenBlock(State.Block + 1);
        Assert.Equal(4.0, State[Apex].Pool.AlphaReserve.Tokens / 5, 0.5);
    }

    [Fact]
    public void lets_trade_begin()
    {
        PassBlocks(Blocks - 1);
        IsRefused(When(new Stake(Miner, Apex, Ann, Tao.Of(1))), Refusal.NoPool);
        PassBlocks(1);
        Assert.IsType<Staked>(When(new Stake(Miner, Apex, Ann, Tao.Of(1))));
        IsRefused(Vote(Ann, (Apex, 1)), Refusal.NoRootNetwork);
        PassBlocks(800);
        Ledger.Audit();
    }

    [Fact]
    public void takes_place_in_a_ledger_that_was_saved_before_it_as_well()
    {
        PassBlocks(Blocks - 5);
        var restored = Ledger.Restore(Saved(), Rules);
        for (var i = 0; i < 400; i++)
        {
            restored.OpenBlock(restored.State.Block + 1);
            restored.CloseBlock();
            PassBlocks(1);
            Assert.Equal(Ledger.HashHead, restored.HashHead);
        }
    }

    [Fact]
    public void loses_no_rao_whenever_it_comes_and_whatever_is_done_before_and_after()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), ArbMap.Default.ArbFor<int>(), (acts, at) =>
        {
            Start(Rules with { Switches = [Rules.Switches[0] with { At = new Block(101 + Math.Abs(at % 300)) }] });
            foreach (var act in acts) Do(unchecked((uint)act));
            PassBlocks(300);
            Ledger.Audit();
            return true;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30).WithEndSize(60), property);
    }

    [Fact]
    public void has_no_way_back()
    {
        Start(NewRules with { Switches = [new RulesSwitch(new Block(102), "back", OldRules)] });
        PassBlocks(1);
        Assert.Throws<InvariantBroken>(() => Ledger.OpenBlock(State.Block + 1));
    }
}
