using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Saving;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class A_saved_ledger : LedgerSpec
{
    [Fact]
    public void goes_on_with_the_same_hashes_as_the_one_that_was_not_saved()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), acts =>
        {
            Start(Some.Rules with { Subnets = Some.Rules.Subnets with { RateLimitBlocks = 10 } });
            foreach (var act in acts) Do(unchecked((uint)act));
            var restored = Restored();
            Assert.Equal(Ledger.HashHead, restored.HashHead);
            for (var i = 0; i < 800; i++)
            {
                Pass(Ledger, i);
                Pass(restored, i);
                Assert.Equal(Ledger.HashHead, restored.HashHead);
            }
            Ledger.Audit();
            restored.Audit();
            return Ledger.HashHead == restored.HashHead;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20).WithEndSize(40), property);
    }

    [Fact]
    public void is_saved_again_byte_for_byte()
    {
        foreach (var act in Enumerable.Range(0, 40)) Do((uint)(act * 7_919));
        using var again = new MemoryStream();
        Restored().Save(again);
        Assert.Equal(Saved().ToArray(), again.ToArray());
    }

    [Fact]
    public void knows_whose_stake_weight_is_lent()
    {
        When(new SetChildren(Validator, Apex, [new Kin(Alice, ulong.MaxValue / 3)]));
        PassBlocks(7_600);
        var restored = Restored().State;
        var weight = Protocol.Emission.RootProportion.Weight(Ledger.Rules.StakeWeightU64);
        Assert.True(State.StakeWeightOf(State[Apex], Alice, weight) > I96F32.Zero);
        foreach (var hotkey in new[] { Validator, Alice, Bob }) Assert.Equal(State.StakeWeightOf(State[Apex], hotkey, weight), restored.StakeWeightOf(restored[Apex], hotkey, weight));
    }

    [Fact]
    public void can_be_the_genesis_of_another_run_with_more_people()
    {
        PassBlocks(500);
        var genesis = Genesis.From(Saved(), Some.Rules);
        var carol = genesis.Open(Tao.Of(10), from: Alice);
        var next = genesis.Build();
        Assert.Equal((State.Issued, Tao.Zero), (next.State.Issued, next.State.Minted));
        Assert.Equal((Tao.Of(10), Tao.Of(90)), (next.State.AccountOf(carol).Free, next.State.AccountOf(Alice).Free));
        Assert.Equal(State[Apex].Pool, next.State[Apex].Pool);
        next.OpenBlock(next.State.Block + 1);
        Assert.IsType<Staked>(next.Settle(new Stake(carol, Apex, Validator, Tao.Of(1))));
        next.CloseBlock();
        next.Audit();
    }

    [Fact]
    public void that_breaks_off_anywhere_is_refused()
    {
        PassBlocks(400);
        var whole = Saved().ToArray();
        for (var length = 0; length < whole.Length; length += 37)
            Assert.Throws<SavedLedgerRefused>(() => Ledger.Restore(new MemoryStream(whole, 0, length), Some.Rules));
    }

    [Fact]
    public void of_another_kind_or_format_is_refused()
    {
        var whole = Saved().ToArray();
        whole[8]++;
        Assert.Contains("format 5", Assert.Throws<SavedLedgerRefused>(() => Ledger.Restore(new MemoryStream(whole), Some.Rules)).Message, StringComparison.Ordinal);
        whole[0]++;
        Assert.Contains("no saved ledger", Assert.Throws<SavedLedgerRefused>(() => Ledger.Restore(new MemoryStream(whole), Some.Rules)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void whose_amounts_were_changed_breaks_a_law()
    {
        State.Credit(Alice, new Tao(1));
        Assert.Throws<InvariantBroken>(() => Restored());
    }

    private MemoryStream Saved()
    {
        var stream = new MemoryStream();
        Ledger.Save(stream);
        stream.Position = 0;
        return stream;
    }

    private Ledger Restored() => Ledger.Restore(Saved(), Ledger.Rules);

    private void Pass(Ledger ledger, int i)
    {
        ledger.OpenBlock(ledger.State.Block + 1);
        if (i % 50 == 0) ledger.Settle(new Stake(Alice, Targon, Validator, Tao.Of(0.01m)));
        ledger.CloseBlock();
    }

    private void Do(uint act)
    {
        var (who, netuid, amount) = (act % 2 == 0 ? Alice : Bob, act / 2 % 2 == 0 ? Apex : Targon, act / 4 % 50 + 1);
        switch (act / 200 % 10)
        {
            case 0: When(new Stake(who, netuid, Validator, Tao.Of(amount))); break;
            case 1: When(new Unstake(who, netuid, Validator, Alpha.Of(amount))); break;
            case 2: When(new RegisterNeuron(who, netuid)); break;
            case 3: When(new RegisterSubnet(who)); break;
            case 4: When(new OfferSubnet(Validator, netuid, Tao.Of(amount))); break;
            case 5: When(new BuySubnet(who, netuid, Tao.Of(amount))); break;
            case 6: When(new SetChildren(Validator, netuid, [new Kin(who, ulong.MaxValue / amount)])); break;
            case 7: When(new SetChildTake(who, netuid, (ushort)amount)); break;
            case 8: When(new SetWeights(Validator, netuid, [new Link((ushort)(amount % 3), 9)])); break;
            default: PassBlocks((int)amount * 160); break;
        }
    }
}
