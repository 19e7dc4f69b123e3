using Dtao.Protocol.Emission;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

/// <summary>The validator has 100,000 TAO on root and 50 alpha of Bob's; epochs of Apex come every 361 blocks.</summary>
public sealed class Lending_stake_weight : LedgerSpec
{
    private const ulong Half = ulong.MaxValue / 2;

    [Fact]
    public void counts_from_the_first_epoch_after_a_day()
    {
        var named = Assert.IsType<ChildrenScheduled>(When(Children(new Kin(Alice, Half))));
        Assert.Equal(State.Block + 7200, named.After);
        PassBlocks(7200);
        Assert.Equal(0, WeightOf(Alice));
        PassBlocks(361);
        var whole = State[Apex].Stakes.TotalOf(Validator).Tokens + 0.18 * State.OnRoot(Validator).Tokens;
        Assert.True(whole > 18_000);
        Assert.Equal(whole / 2, WeightOf(Alice), 0.001);
        Assert.Equal(whole / 2, WeightOf(Validator), 0.001);
    }

    [Fact]
    public void to_nobody_takes_all_back()
    {
        When(Children(new Kin(Alice, Half)));
        PassBlocks(7561);
        When(Children());
        PassBlocks(7561);
        Assert.Equal(0, WeightOf(Alice));
        Assert.True(State[Apex].Kinship.IsEmpty);
    }

    [Fact]
    public void again_before_the_rate_limit_is_over_is_refused()
    {
        When(Children(new Kin(Alice, Half)));
        PassBlocks(149);
        IsRefused(When(Children(new Kin(Bob, Half))), Refusal.ChildrenTooSoon);
        PassBlocks(1);
        Assert.IsType<ChildrenScheduled>(When(Children(new Kin(Bob, Half))));
        Assert.Equal(Bob, Assert.Single(State[Apex].Kinship.Pending).Children.Single().Hotkey);
    }

    [Fact]
    public void to_oneself_to_one_twice_to_a_stranger_or_to_a_parent_is_refused()
    {
        IsRefused(When(Children(new Kin(Validator, 1))), Refusal.InvalidChild);
        IsRefused(When(Children(new(Alice, 1), new(Alice, 2))), Refusal.InvalidChild);
        IsRefused(When(Children(new Kin(new AccountId(99), 1))), Refusal.UnknownHotkey);
        When(Children(new Kin(Alice, Half)));
        PassBlocks(7561);
        IsRefused(When(new SetChildren(Alice, Apex, [new Kin(Validator, 1)])), Refusal.InvalidChild);
    }

    [Fact] // each names the other before either counts
    public void both_ways_comes_to_nothing_for_the_one_that_named_later()
    {
        Start(Some.Rules, free: 3000);
        When(Children(new Kin(Alice, Half)));
        When(new Stake(Alice, NetUid.Root, Alice, Tao.Of(2000)));
        Assert.IsType<ChildrenScheduled>(When(new SetChildren(Alice, Apex, [new Kin(Validator, Half)])));
        PassBlocks(7561);
        Assert.Equal([Validator], State[Apex].Kinship.ParentsOf(Alice).ToArray().Select(parent => parent.Hotkey));
        Assert.True(State[Apex].Kinship.ParentsOf(Validator).IsEmpty && State[Apex].Kinship.Pending.Count == 0);
    }

    [Fact]
    public void to_more_than_five_or_more_than_one_has_is_refused()
    {
        IsRefused(When(new SetChildren(Validator, Apex, [.. Enumerable.Range(0, 6).Select(i => new Kin(new AccountId(i), 1))])), Refusal.TooManyChildren);
        IsRefused(When(Children(new(Alice, Half + 2), new(Bob, Half + 1))), Refusal.ProportionsTooHigh);
    }

    [Fact]
    public void without_enough_stake_is_refused_but_naming_nobody_is_not()
    {
        IsRefused(When(new SetChildren(Alice, Apex, [new Kin(Bob, 1)])), Refusal.NotEnoughStake);
        Assert.IsType<ChildrenScheduled>(When(new SetChildren(Alice, Apex, [])));
    }

    [Fact]
    public void on_root_or_nowhere_is_refused()
    {
        IsRefused(When(new SetChildren(Validator, NetUid.Root, [])), Refusal.UnknownSubnet);
        IsRefused(When(new SetChildTake(Validator, Nowhere, 1)), Refusal.UnknownSubnet);
    }

    [Fact]
    public void for_a_take_is_bounded_and_the_take_may_fall_but_not_soon_rise()
    {
        IsRefused(When(new SetChildTake(Alice, Apex, 11_797)), Refusal.TakeTooHigh);
        Assert.IsType<ChildTakeSet>(When(new SetChildTake(Alice, Apex, 11_796)));
        Assert.IsType<ChildTakeSet>(When(new SetChildTake(Alice, Apex, 5_000)));
        IsRefused(When(new SetChildTake(Alice, Apex, 5_001)), Refusal.TakeTooSoon);
        Assert.Equal((ushort)5_000, State[Apex].Kinship.TakeU16Of(Alice));
    }

    private SetChildren Children(params Kin[] children) => new(Validator, Apex, [.. children]);

    /// <summary>Tokens.</summary>
    private double WeightOf(AccountId hotkey) =>
        State.StakeWeightOf(State[Apex], hotkey, RootProportion.Weight(Some.Rules.TaoWeightU64)).ToDouble() / Tao.RaoPerTao;
}
