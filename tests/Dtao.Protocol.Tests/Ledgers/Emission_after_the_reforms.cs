using Dtao.Protocol.Emission;
using Dtao.Protocol.Emission.Shares;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class Emission_after_the_reforms : LedgerSpec
{
    private static readonly EmissionRules Launch = Some.Rules.Emission;

    /// <summary>Apex has a moving price and a spot price of ¼ and half of the emission under equal shares: 2 alpha would hold its price, and 1 is the cap.</summary>
    [Fact]
    public void lets_the_chain_buy_with_what_the_cap_leaves_over()
    {
        Begin(Launch with { Shares = new EqualShares(), Excess = Excess.BuyAndRecycle });
        var before = State[Apex].Pool;
        PassBlocks(1);
        var subnet = State[Apex];
        Assert.Equal((Tao.Of(0.5m), Tao.Of(0.25m)), (subnet.TaoEmission, subnet.ChainBuy));
        Assert.Equal(Alpha.Zero, subnet.ProtocolAlpha);
        Assert.True(subnet.AlphaIssuance < before.AlphaReserve + Alpha.Of(50) + Alpha.Of(2), "What the chain bought is no more.");
    }

    [Fact]
    public void lets_the_chain_keep_what_it_buys()
    {
        Begin(Launch with { Shares = new EqualShares(), Excess = Excess.BuyAndHold });
        PassBlocks(10);
        Assert.InRange(State[Apex].ProtocolAlpha.Tokens, 9.8, 10); // 0.25 TAO a block at a price just above ¼
        Ledger.Audit();
    }

    [Fact]
    public void caps_injection_by_roots_proportion()
    {
        Begin(Launch with { Shares = new EqualShares(), Cap = InjectionCap.RootProportion, Excess = Excess.BuyAndHold });
        var proportion = 0.18 * 100_000 / (0.18 * 100_000 + 4050);
        PassBlocks(1);
        Assert.Equal(0.5 - 0.25 * proportion, State[Apex].ChainBuy.Tokens, 6);
    }

    [Fact]
    public void gives_nothing_to_who_has_lost_tao_under_taoflow()
    {
        Begin(Launch with { Shares = new FlowShares { Exponent = 1, Cutoff = 0 } });
        PassBlocks(1);
        When(new Stake(Alice, Targon, Validator, Tao.Of(20)));
        When(new Unstake(Bob, Apex, Validator, Alpha.Of(20)));
        PassBlocks(1);
        Assert.Equal((Tao.Zero, Tao.Of(1)), (State[Apex].TaoEmission, State[Targon].TaoEmission));
    }

    [Fact] // the averages begin at the lower of moving and spot price: ¼ and ¾ here
    public void begins_taoflow_by_price()
    {
        Begin(Launch with { Shares = new FlowShares { Exponent = 1, Cutoff = 0 } });
        PassBlocks(1);
        Assert.Equal((Tao.Of(0.25m), Tao.Of(0.75m)), (State[Apex].TaoEmission, State[Targon].TaoEmission));
    }

    [Fact]
    public void recycles_roots_alpha_while_prices_sum_to_less_than_one()
    {
        Begin(Launch with { RootPay = RootPay.Claim, RootSellFlag = true }); // moving prices sum to exactly 1
        PassBlocks(1);
        Assert.Equal(Alpha.Zero, State[Apex].PendingRootAlpha);
        Assert.False(State[Apex].PendingAlphaSwapped.IsZero);
    }

    [Theory] // prices count up to ½: Targon's average falls from ¾, so that two come to less than 1; a third that is switched off rises from 0 twice as fast
    [InlineData(false)]
    [InlineData(true)]
    public void counts_subnets_that_are_switched_off_in_that_sum(bool isThereAThird)
    {
        Start(Some.Rules with { MovingPriceCap = 0.5, Emission = Launch with { RootPay = RootPay.Claim, RootSellFlag = true, NewSubnetsEmit = false } });
        if (isThereAThird) When(new RegisterSubnet(Alice));
        PassBlocks(20);
        Assert.Equal(isThereAThird, !State[Apex].PendingRootAlpha.IsZero);
    }

    [Fact]
    public void leaves_roots_alpha_of_a_capped_subnet_to_nobody()
    {
        Begin(Launch with { Shares = new EqualShares(), Excess = Excess.BuyAndRecycle, SpareCapped = true });
        var dust = State[Apex].Dust;
        PassBlocks(1);
        var rootAlpha = State[Apex].PendingAlphaSwapped;
        Assert.False(rootAlpha.IsZero);
        Assert.InRange((State[Apex].Dust - dust).Rao, rootAlpha.Rao, rootAlpha.Rao + 2);
        Ledger.Audit();
    }

    [Fact] // prices count up to a tenth, so that they sum to less than 1 by then: root has TAO from before the switch and no alpha since
    public void pays_out_what_was_sold_before_root_claims()
    {
        var later = Launch with { RootPay = RootPay.Claim, RootSellFlag = true, RootPoolGrows = true };
        var rules = Some.Rules with { StakeThresholdRao = 0, MovingPriceCap = 0.1, Emission = Launch };
        Start(rules with { Switches = [new RulesSwitch(new Block(120), "claims", rules with { Emission = later })] });
        PassBlocks(20);
        var (owed, onRoot) = (State[Apex].PendingRootDividends, State.OnRoot(Validator));
        Assert.False(owed.IsZero);
        PassToEpoch();
        Assert.Equal((Tao.Zero, Alpha.Zero), (State[Apex].PendingRootDividends, State[Apex].Claims.Total));
        Assert.InRange((State.OnRoot(Validator) - onRoot).Rao, owed.Rao - 2, ulong.MaxValue);
    }

    [Fact]
    public void sets_roots_alpha_aside()
    {
        Begin(Launch with { RootPay = RootPay.Claim, ClaimsPerBlock = 0 });
        PassToEpoch();
        Assert.InRange(State[Apex].Claims.Total.Tokens, 1, 200);
        Ledger.Audit();
    }

    [Fact] // claims are drawn among those who are on root, and that is one
    public void sells_it_at_once_for_who_has_said_nothing()
    {
        Begin(Launch with { RootPay = RootPay.Claim });
        var onRoot = State.OnRoot(Validator);
        PassToEpoch();
        Assert.InRange(State[Apex].Claims.Total.Rao, 0UL, 1UL); // what a rate rounds off
        Assert.True(State.OnRoot(Validator) > onRoot);
        Ledger.Audit();
    }

    [Fact] // drawn among all, the one on root would wait for some fifty blocks
    public void sells_it_at_once_however_many_are_not_on_root()
    {
        Start(Some.Rules with { StakeThresholdRao = 0, Emission = Launch with { RootPay = RootPay.Claim, ClaimsPerBlock = 1 } }, strangers: 50);
        PassToEpoch();
        Assert.InRange(State[Apex].Claims.Total.Rao, 0UL, 1UL);
        Ledger.Audit();
    }

    [Fact]
    public void leaves_roots_alpha_to_who_wants_to_keep_it()
    {
        Begin(Launch with { RootPay = RootPay.Claim });
        PassToEpoch();
        var whereSold = State.StakeOf(Validator, Apex, Validator);
        Begin(Launch with { RootPay = RootPay.Claim });
        When(new SetRootClaim(Validator, Keep: true));
        var onRoot = State.OnRoot(Validator);
        PassToEpoch();
        Assert.InRange(State[Apex].Claims.Total.Rao, 0UL, 1UL);
        Assert.Equal(onRoot, State.OnRoot(Validator));
        Assert.True(State.StakeOf(Validator, Apex, Validator) > whereSold);
    }

    [Fact]
    public void withholds_what_the_owner_earns_as_a_miner()
    {
        Begin(Launch with { OwnerBurn = true });
        When(new RegisterNeuron(Alice, Apex));
        PassToEpoch();
        When(new Stake(Alice, Apex, Alice, Tao.Of(50)));
        PassToEpoch();
        PassBlocks(5001); // by now the validator has been silent for too long to count
        State[Apex].Neurons[1].HasPermit = true;
        When(new SetWeights(Alice, Apex, [new(0, 65535)])); // the owner is uid 0
        PassToEpoch();
        Assert.Equal(1, State[Apex].MinerBurned);
        Ledger.Audit();
    }

    [Fact] // else what is seen of it would be too little by what was withheld, and again in every share
    public void shows_incentive_shares_of_all_that_miners_were_given()
    {
        Begin(Launch with { OwnerBurn = true });
        var explorer = new Explorer(Ledger);
        When(new RegisterNeuron(Alice, Apex));
        PassToEpoch();
        Assert.IsType<NeuronRegistered>(When(new RegisterNeuron(Bob, Apex)));
        When(new Stake(Alice, Apex, Alice, Tao.Of(50)));
        PassToEpoch();
        PassBlocks(5001);
        State[Apex].Neurons[1].HasPermit = true;
        When(new SetWeights(Alice, Apex, [new(0, 65535), new(2, 65535)])); // half to the owner, half to Bob
        var before = State.StakeOf(Bob, Apex, Bob);
        while (!explorer.Metagraphs.Any(page => page.Netuid == Apex && page.Neurons.Length > 2 && page.Neurons[2].IncentiveShare > 0))
        {
            explorer.Note(Ledger.OpenBlock(State.Block + 1));
            Ledger.CloseBlock();
        }
        var page = explorer.Metagraphs.Single(page => page.Netuid == Apex);
        Assert.Equal((0.5, 0.5), (Math.Round(page.Neurons[0].IncentiveShare, 4), Math.Round(State[Apex].MinerBurned, 4)));
        Assert.Equal((State.StakeOf(Bob, Apex, Bob) - before).Tokens, page.Neurons[2].IncentiveShare * page.Incentive.Tokens, 3);
    }

    [Fact]
    public void waits_for_the_owner_of_a_new_subnet_to_start_it()
    {
        Begin(Launch with { StartDelayBlocks = 100 });
        var third = Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice))).Netuid;
        IsRefused(When(new Stake(Bob, third, Validator, Tao.Of(1))), Refusal.SubnetNotStarted);
        IsRefused(When(new StartSubnet(Alice, third)), Refusal.StartTooSoon);
        PassBlocks(99);
        Assert.Equal(Alpha.Zero, State[third].AlphaOut);
        PassBlocks(1);
        IsRefused(When(new StartSubnet(Bob, third)), Refusal.NotOwner);
        Assert.Equal(new SubnetStarted(Alice, third), When(new StartSubnet(Alice, third)));
        IsRefused(When(new StartSubnet(Alice, third)), Refusal.AlreadyStarted);
        Assert.IsType<Staked>(When(new Stake(Bob, third, Validator, Tao.Of(1))));
        PassBlocks(1);
        Assert.False(State[third].AlphaOut.IsZero);
    }

    [Fact]
    public void gives_a_new_subnet_no_tao_where_root_must_let_it_first()
    {
        Begin(Launch with { NewSubnetsEmit = false, Shares = new EqualShares() });
        var third = Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice))).Netuid;
        PassBlocks(1);
        Assert.Equal((Tao.Zero, Tao.Of(0.5m)), (State[third].TaoEmission, State[Apex].TaoEmission));
        Assert.False(State[third].AlphaOut.IsZero);
    }

    private void Begin(EmissionRules rules) => Start(Some.Rules with { Emission = rules, StakeThresholdRao = 0 });

    private void PassToEpoch()
    {
        do PassBlocks(1);
        while (!EpochSchedule.IsDue(Apex.Value, State[Apex].TempoBlocks, (ulong)State.Block.Height));
    }
}
