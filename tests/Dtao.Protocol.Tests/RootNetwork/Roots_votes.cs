using Dtao.Protocol.Emission.Shares;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.RootNetwork;

public sealed class Roots_votes : RootSpec
{
    [Fact]
    public void begin_with_the_last_one_that_the_moving_prices_tell_of()
    {
        Assert.Equal([Ann, Ben, Cal], State.Root.Neurons.Select(seat => seat.Hotkey));
        Assert.Equal((0.25, 0.75), (Share(Apex), Share(Targon)), Near);
        Assert.Equal<RootWeight[]>([new(Apex, 21845), new(Targon, 65535)], [.. Ledger.View().RootNetwork!.SeatOf(Ben)!.Weights]);
    }

    [Fact]
    public void count_from_roots_next_epoch_on()
    {
        PassBlocks(6);
        Vote(Ann, (Apex, 1));
        Vote(Ben, (Apex, 1));
        Assert.Equal(0.25, Share(Apex), 1e-4);
        PassRootsEpoch();
        // Ranks 0.925 and 0.075, trusts 1 and 0.1: the sigmoid takes from the second what too few stand behind.
        Assert.InRange(Share(Apex), 0.998, 0.9999);
        Assert.Equal(Share(Apex), Ledger.View().Find(Apex)!.Value.Voted.Tokens);
    }

    [Fact]
    public void for_root_itself_leave_so_much_unmade()
    {
        PassBlocks(6);
        foreach (var hotkey in (AccountId[])[Ann, Ben, Cal]) Vote(hotkey, (NetUid.Root, 1), (Apex, 1));
        PassRootsEpoch();
        var issued = State.Issued;
        PassBlocks(5);
        Assert.Equal(0.5, Ledger.View().RootNetwork!.Recycled.Tokens, 1e-6);
        Assert.Equal(5 * 0.5, (State.Issued - issued).Tokens, 1e-6);
    }

    [Fact]
    public void stand_until_others_are_set_however_long_that_is()
    {
        PassBlocks(8_000);
        Assert.Equal((0.25, 0.75), (Share(Apex), Share(Targon)), Near);
    }

    [Fact]
    public void for_a_subnet_that_is_gone_do_not_count_for_who_has_its_number()
    {
        Start(OldRules with { Subnets = OldRules.Subnets with { Limit = 2, ImmunityBlocks = 0 } });
        PassRootsEpoch();
        Assert.True(Share(Apex) > 0);
        Assert.Equal(Apex, Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Owner))).Netuid);
        PassRootsEpoch();
        Assert.Equal((0.0, 1.0), (Share(Apex), Share(Targon)), Near);
    }

    [Fact]
    public void are_scaled_up_to_the_largest()
    {
        PassBlocks(6);
        Assert.Equal<RootWeight[]>([new(Apex, 65535), new(NetUid.Root, 32768)], [.. Assert.IsType<RootWeightsSet>(Vote(Ann, (Apex, 10), (NetUid.Root, 5))).Weights]);
    }

    [Fact]
    public void are_refused_to_whoever_may_not_cast_them()
    {
        PassBlocks(6);
        IsRefused(Vote(Miner, (Apex, 1)), Refusal.NotRegistered);
        IsRefused(Vote(Ann, (Apex, 1), (Apex, 2)), Refusal.DuplicateUids);
        IsRefused(Vote(Ann, (Nowhere, 1)), Refusal.UnknownSubnet);
        Assert.IsType<RootWeightsSet>(Vote(Ann, (Apex, 1)));
        IsRefused(Vote(Ann, (Targon, 1)), Refusal.WeightsTooSoon);
    }

    [Fact]
    public void are_cast_from_seats_of_which_the_last_goes_to_whoever_has_more()
    {
        Assert.Equal(new RootSeatTaken(Miner, 3, null), When(new TakeRootSeat(Miner)));
        IsRefused(When(new TakeRootSeat(Miner)), Refusal.AlreadyRegistered);
        IsRefused(When(new TakeRootSeat(Owner)), Refusal.RootStakeTooLow);
        When(new Stake(Owner, NetUid.Root, Owner, Tao.Of(1)));
        Assert.Equal(new RootSeatTaken(Owner, 3, Miner), When(new TakeRootSeat(Owner)));
        IsRefused(Vote(Miner, (Apex, 1)), Refusal.NotRegistered);
    }

    [Fact]
    public void share_out_what_goes_into_the_pools_where_a_rule_of_emission_reads_them()
    {
        Start(NewRules with { Emission = NewRules.Emission with { Shares = new RootVoteShares() } });
        PassBlocks(6);
        foreach (var hotkey in (AccountId[])[Ann, Ben, Cal]) Vote(hotkey, (NetUid.Root, 1), (Apex, 3));
        PassRootsEpoch();
        PassBlocks(1);
        Assert.Equal((0.75, 0.0), (State[Apex].TaoEmission.Tokens, State[Targon].TaoEmission.Tokens), Near);
        Assert.IsType<Staked>(When(new Stake(Miner, Apex, Ann, Tao.Of(1))));
    }

    [Fact]
    public void have_no_place_where_no_rule_reads_them()
    {
        Start(NewRules);
        IsRefused(When(new TakeRootSeat(Ann)), Refusal.NoRootNetwork);
        IsRefused(Vote(Ann, (Apex, 1)), Refusal.NoRootNetwork);
        Assert.Null(Ledger.View().RootNetwork);
        Assert.Empty(State.Root.Neurons);
    }

    private static bool Near((double A, double B) wanted, (double A, double B) found) => Math.Abs(wanted.A - found.A) < 1e-4 && Math.Abs(wanted.B - found.B) < 1e-4;
}
