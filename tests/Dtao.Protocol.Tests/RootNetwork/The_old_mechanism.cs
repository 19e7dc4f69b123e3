using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.RootNetwork;

public sealed class The_old_mechanism : RootSpec
{
    [Fact]
    public void knows_no_alpha_to_trade()
    {
        IsRefused(When(new Stake(Miner, Apex, Ann, Tao.Of(1))), Refusal.NoPool);
        IsRefused(When(new Unstake(Miner, Apex, Ann, Alpha.Of(1))), Refusal.NoPool);
        IsRefused(When(new Move(Ann, NetUid.Root, Ann, Apex, Ann, Alpha.Of(1))), Refusal.NoPool);
        Assert.True(Ledger.View().Find(Apex)!.Value is { IsWithoutPool: true, Price: 0, PayPrice: 1 });
        Assert.IsType<Staked>(When(new Stake(Miner, NetUid.Root, Ann, Tao.Of(1))));
    }

    [Fact]
    public void makes_what_root_gave_the_subnets_and_keeps_it_for_their_epochs()
    {
        PassBlocks(5); // both have just had one
        var (minted, apex, targon) = (State.Minted, State[Apex].PendingTao, State[Targon].PendingTao);
        PassBlocks(10);
        Assert.Equal(10.0, (State.Minted - minted).Tokens, 1e-3);
        Assert.Equal(State.Minted - minted, State[Apex].PendingTao - apex + (State[Targon].PendingTao - targon));
        Assert.Equal(2.5, (State[Apex].PendingTao - apex).Tokens, 1e-2);
    }

    [Fact]
    public void pays_the_owner_its_cut_at_once_and_owes_the_rest_to_hotkeys()
    {
        GivenWeights();
        var (owner, minted) = (State.AccountOf(Owner).Free, State.Minted);
        var epoch = NextEpoch();
        var pot = epoch.OwnerCut.Tokens + epoch.Incentive.Tokens + epoch.RootDividends.Tokens;
        Assert.Equal(new Tao(epoch.OwnerCut.Rao), State.AccountOf(Owner).Free - owner);
        Assert.Equal((0.18, 0.41, 0.41), (epoch.OwnerCut.Tokens / pot, epoch.Incentive.Tokens / pot, epoch.RootDividends.Tokens / pot), NearShares);
        Assert.True(State.HotkeyPay.Of(Miner) > Tao.Zero);
        Assert.True(State.Minted > minted);
        Assert.Equal(Alpha.Zero, epoch.Dividends);
    }

    [Fact]
    public void pays_hotkeys_out_once_in_their_tempo_after_the_delegates_take()
    {
        GivenWeights();
        var (ann, nominator) = (OnRoot(Ann, Ann), OnRoot(Nominator, Ann));
        PassBlocks(200);
        // Both have 30,000 with Ann; she has her take of all dividends, and half of what is left.
        var (earned, passed) = ((OnRoot(Ann, Ann) - ann).Tokens, (OnRoot(Nominator, Ann) - nominator).Tokens);
        Assert.True(passed > 0);
        Assert.Equal(0.18, (earned - passed) / (earned + passed), 2e-3);
        Assert.True(OnRoot(Miner, Miner) > Alpha.Zero);
        Assert.Equal(State.Root.Stakes.Total.Rao, State.Root.Pool.TaoReserve.Rao);
    }

    [Fact]
    public void burns_what_a_place_costs()
    {
        var (issued, burned) = (State.Issued, State.Burned);
        var registered = Assert.IsType<NeuronRegistered>(When(new RegisterNeuron(Nominator, Apex)));
        Assert.Equal((Alpha.Zero, issued - registered.Paid, burned + registered.Paid), (registered.Burned, State.Issued, State.Burned));
    }

    [Fact]
    public void locks_what_a_new_subnet_costs()
    {
        var issued = State.Issued;
        var registered = Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Owner)));
        Assert.Equal((registered.Lock, issued, false), (State[registered.Netuid].Locked, State.Issued, State[registered.Netuid].IsDynamic));
    }

    [Fact]
    public void gives_the_lock_back_where_another_subnet_takes_the_place_of_the_one_with_least_emission()
    {
        Start(OldRules with { Subnets = OldRules.Subnets with { Limit = 2, ImmunityBlocks = 0 } });
        PassBlocks(30);
        var (free, taken) = (State.AccountOf(Owner).Free, Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Nominator))));
        Assert.Equal((Apex, Tao.Of(5)), (taken.Netuid, State.AccountOf(Owner).Free - free));
        PassBlocks(100);
        Ledger.Audit();
    }

    [Fact]
    public void is_not_for_a_chain_that_has_alpha()
    {
        Start(NewRules);
        PassBlocks(5);
        var broken = Assert.Throws<InvariantBroken>(() => Genesis.From(Saved(), OldRules).Build());
        Assert.Contains("has alpha", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void can_be_the_genesis_of_another_run()
    {
        GivenWeights();
        var next = Genesis.From(Saved(), OldRules).Build();
        Assert.Equal((State.Issued, State.HotkeyPay.Total, State[Apex].Voted), (next.State.Issued, next.State.HotkeyPay.Total, next.State[Apex].Voted));
        var broken = Assert.Throws<InvariantBroken>(() => Genesis.From(Saved(), NewRules).Build());
        Assert.Contains("begin with the old mechanism", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void loses_no_rao_whatever_is_done()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), acts =>
        {
            Start(OldRules);
            foreach (var act in acts) Do(unchecked((uint)act));
            PassBlocks(100);
            Ledger.Audit();
            return true;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30).WithEndSize(60), property);
    }

    [Fact]
    public void goes_on_with_the_same_hashes_when_it_was_saved()
    {
        GivenWeights();
        PassBlocks(77);
        var restored = Ledger.Restore(Saved(), OldRules);
        for (var i = 0; i < 400; i++)
        {
            restored.OpenBlock(restored.State.Block + 1);
            restored.CloseBlock();
            PassBlocks(1);
            Assert.Equal(Ledger.HashHead, restored.HashHead);
        }
    }

    private void GivenWeights()
    {
        PassBlocks(110); // permits come with the first epoch
        foreach (var hotkey in (AccountId[])[Ann, Ben, Cal])
            foreach (var netuid in (NetUid[])[Apex, Targon])
                Assert.IsType<WeightsSet>(When(new SetWeights(hotkey, netuid, [new Link(4, 1)])));
        PassBlocks(42);
    }

    private EpochDrained NextEpoch()
    {
        while (true)
        {
            var epoch = Ledger.OpenBlock(State.Block + 1).OfType<EpochDrained>().FirstOrDefault();
            Ledger.CloseBlock();
            if (epoch is not null) return epoch;
        }
    }

    private Alpha OnRoot(AccountId account, AccountId hotkey) => State.StakeOf(account, NetUid.Root, hotkey);

    private static bool NearShares((double A, double B, double C) wanted, (double A, double B, double C) found) =>
        Math.Abs(wanted.A - found.A) < 1e-4 && Math.Abs(wanted.B - found.B) < 1e-4 && Math.Abs(wanted.C - found.C) < 1e-4;
}
