using Dtao.Protocol.Emission;
using Dtao.Protocol.Emission.Shares;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Ledgers;

/// <summary>Rule sets follow one another; the state stays what it is, and no rao is lost at the joint.</summary>
public sealed class Going_over_to_other_rules : LedgerSpec
{
    private static readonly EmissionRules Launch = Some.Rules.Emission;

    private static readonly FlowShares Flow = new() { Exponent = 1, Cutoff = 0 };

    /// <summary>What the chain went through, by what differs; the blocks are ours.</summary>
    private static readonly (string Name, EmissionRules Emission)[] Eras =
    [
        ("owner burn and start call", Launch with { OwnerBurn = true, StartDelayBlocks = 20 }),
        ("subsidy", Launch with { Cap = InjectionCap.BlockEmission, Excess = Excess.BuyAndRecycle, SpareCapped = true, OwnerBurn = true }),
        ("flow", Launch with { Shares = Flow, Cap = InjectionCap.Lesser, Excess = Excess.BuyAndRecycle, RootPay = RootPay.Claim, RootSellFlag = true, OwnerBurn = true }),
        ("price again", Launch with { Shares = new BurnedPriceShares(), Cap = InjectionCap.RootProportion, Excess = Excess.BuyAndHold, RootPay = RootPay.Claim, OwnerBurn = true }),
        ("gate", Launch with { Shares = new HillShares { Threshold = 1, Steepness = 4.5, Every = 36 }, Excess = Excess.BuyAndHold, RootPay = RootPay.Claim }),
        ("weighted pools", Launch with { Shares = new BurnedPriceShares(), Cap = InjectionCap.RootProportion, Excess = Excess.BuyAndHold, RootPay = RootPay.Claim, OwnerBurn = true }),
    ];

    [Fact]
    public void loses_no_rao_whatever_is_done_between()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), ArbMap.Default.ArbFor<int>(), (acts, pace) =>
        {
            Start(Through(every: 40 + Math.Abs(pace % 300)), free: 10_000, elsewhere: 500);
            foreach (var act in acts) Do(unchecked((uint)act));
            PassBlocks(400);
            Ledger.Audit();
            return true;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(60), property);
    }

    [Fact]
    public void goes_on_with_the_same_hashes_when_it_was_saved_between()
    {
        Start(Through(every: 150), free: 10_000, elsewhere: 500);
        for (var era = 0; era < Eras.Length; era++)
        {
            for (var act = 0u; act < 30; act++) Do(act * 7_919 + (uint)era);
            PassBlocks(120);
            var restored = Ledger.Restore(Saved(), Through(every: 150));
            Assert.Equal(Ledger.HashHead, restored.HashHead);
            for (var i = 0; i < 30; i++)
            {
                restored.OpenBlock(restored.State.Block + 1);
                restored.CloseBlock();
                PassBlocks(1);
                Assert.Equal(Ledger.HashHead, restored.HashHead);
            }
        }
    }

    [Fact]
    public void is_told_in_the_block_that_is_the_first_under_them()
    {
        Start(Through(every: 5));
        PassBlocks(3);
        Assert.DoesNotContain(Ledger.OpenBlock(State.Block + 1), happened => happened is RulesSwitched);
        Ledger.CloseBlock();
        Assert.Equal("owner burn and start call", Assert.Single(Ledger.OpenBlock(State.Block + 1).OfType<RulesSwitched>()).Name);
        Assert.True(Ledger.Rules.Emission.OwnerBurn);
    }

    [Fact]
    public void pays_root_for_alpha_that_was_sold_before_claims_came()
    {
        Start(Some.Rules with { Switches = [new RulesSwitch(new Block(400), "claims", Some.Rules with { Emission = Launch with { RootPay = RootPay.Claim } })] });
        PassBlocks(299);
        var (waiting, onRoot) = (State[Apex].PendingRootDividends + State[Targon].PendingRootDividends, State.Root.Stakes.Total.Rao);
        Assert.True(waiting > Tao.Zero);
        PassBlocks(720); // two epochs of each
        Assert.Equal((Tao.Zero, Tao.Zero), (State[Apex].PendingRootDividends, State[Targon].PendingRootDividends));
        Assert.True(State.Root.Stakes.Total.Rao - onRoot >= waiting.Rao - 10, "Claims come on top of it.");
        Ledger.Audit();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void lets_SubnetTAO_of_root_grow_with_its_dividends_from_v3_1_6_on(bool grows)
    {
        Start(Some.Rules with { Emission = Launch with { RootPoolGrows = grows } });
        var (pool, staked) = (State.Root.Pool.TaoReserve, State.Root.Stakes.Total.Rao);
        PassBlocks(720);
        var paid = State.Root.Stakes.Total.Rao - staked;
        Assert.True(paid > 0);
        Assert.Equal(grows ? paid : 0, (State.Root.Pool.TaoReserve - pool).Rao);
    }

    /// <summary>From the block after genesis and five blocks under launch rules, one era after the other.</summary>
    private static ProtocolRules Through(int every) => Some.Rules with
    {
        Subnets = Some.Rules.Subnets with { RateLimitBlocks = 10, Limit = 3, ImmunityBlocks = 30, OpenAtMedian = true },
        Switches = [.. Eras.Select((era, i) => new RulesSwitch(new Block(105 + (i * every)), era.Name, Some.Rules with
        {
            Emission = era.Emission,
            Curve = era.Name == "weighted pools" ? SwapCurve.Balancer : SwapCurve.ConstantProduct,
            Fee = era.Name == "weighted pools" ? new SwapFee(0, 33) : Some.Rules.Fee,
            Consensus = Some.Rules.Consensus with { BondsAreProportions = era.Name == "weighted pools" },
            Subnets = Some.Rules.Subnets with { RateLimitBlocks = 10, Limit = 3, ImmunityBlocks = 30, OpenAtMedian = true },
        }))],
    };

    private MemoryStream Saved()
    {
        var stream = new MemoryStream();
        Ledger.Save(stream);
        stream.Position = 0;
        return stream;
    }

    private void Do(uint act)
    {
        var who = act % 2 == 0 ? Alice : Bob;
        var netuid = (act / 2 % 4) switch { 0 => Apex, 1 => Targon, 2 => new NetUid(3), _ => NetUid.Root };
        var amount = act / 8 % 100 + 1;
        switch (act / 800 % 9)
        {
            case 0 or 1: When(new Stake(who, netuid, Validator, Tao.Of(amount))); break;
            case 2: When(new Unstake(who, netuid, Validator, Alpha.Of(amount))); break;
            case 3: When(new RegisterSubnet(who)); break;
            case 4: When(new StartSubnet(who, netuid)); break;
            case 5: When(new Deposit(who, Tao.Of(amount))); break;
            case 6: When(new Withdraw(who, Tao.Of(amount))); break;
            case 7: When(new SetRootClaim(who, act % 4 == 0)); break;
            default: PassBlocks((int)amount); break;
        }
        PassBlocks(1);
    }
}
