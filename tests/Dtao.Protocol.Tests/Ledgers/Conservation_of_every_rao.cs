using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class Conservation_of_every_rao : LedgerSpec
{
    /// <summary>Two places, so that newcomers take each other's.</summary>
    private static readonly ProtocolRules Crowded = Some.Rules with
    {
        Registration = Some.Rules.Registration with { MaxNeurons = 2 },
        Subnets = Some.Rules.Subnets with { RateLimitBlocks = 10 },
    };

    [Fact]
    public void holds_through_any_sequence_of_commands_and_blocks_under_every_payout()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), ArbMap.Default.ArbFor<int>(), (acts, payout) =>
        {
            Start(Crowded with { Payout = (DividendPayout)Math.Abs(payout % 3) }, free: 10_000);
            foreach (var act in acts) Do(unchecked((uint)act));
            PassBlocks(3);
            Ledger.Audit();
            return true;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(80), property);
    }

    [Fact]
    public void is_found_broken_when_a_rao_appears()
    {
        State.Credit(Alice, new Tao(1));
        var broken = Assert.Throws<InvariantBroken>(Ledger.CloseBlock);
        Assert.Contains("TAO held", broken.Message);
    }

    [Fact]
    public void is_found_broken_when_alpha_vanishes()
    {
        State[Apex].PendingEmission += new Alpha(1);
        Assert.Contains("SN1: alpha held", Assert.Throws<InvariantBroken>(Ledger.CloseBlock).Message);
    }

    [Fact]
    public void is_found_broken_by_an_audit_when_a_stake_pool_owes_more_shares_than_it_has()
    {
        State.AccountOf(Bob).SetShares(Apex, Validator, 51_000_000_000, pool: 0);
        Assert.Contains("shares", Assert.Throws<InvariantBroken>(Ledger.Audit).Message);
    }

    private void Do(uint act)
    {
        var who = act % 2 == 0 ? Alice : Bob;
        var netuid = (act / 2 % 3) switch { 0 => Apex, 1 => Targon, _ => NetUid.Root };
        var other = netuid == Apex ? Targon : Apex;
        var held = State.StakeOf(who, netuid, Validator);
        var amount = act / 6 % 1000 + 1;
        switch (act / 6000 % 8)
        {
            case 0: When(new Stake(who, netuid, Validator, new Tao(State.AccountOf(who).Free.Rao / 1000 * amount))); break;
            case 1: When(new Unstake(who, netuid, Validator, new Alpha(held.Rao / 1000 * amount))); break;
            case 2: When(new Move(who, netuid, Validator, other, Validator, new Alpha(held.Rao / 1000 * amount))); break;
            case 3: When(new Move(who, netuid, Validator, netuid, who, new Alpha(held.Rao / 1000 * amount))); break;
            case 4: When(new RegisterNeuron(who, netuid)); break;
            case 5: When(new RegisterSubnet(who)); break;
            case 6: Trade(who, netuid, amount); break;
            default: PassBlocks((int)amount % 400); break;
        }
    }

    private void Trade(AccountId who, NetUid netuid, uint tao)
    {
        When(new OfferSubnet(who, netuid, Tao.Of(tao)));
        When(new BuySubnet(who == Alice ? Bob : Alice, netuid, Tao.Of(tao)));
        When(new SetChildren(Validator, netuid, [new Kin(who, tao)]));
    }
}
