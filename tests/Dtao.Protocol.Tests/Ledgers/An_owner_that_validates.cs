using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

/// <summary>
/// An owner with 10 alpha at uid 0, a validator with 3000 at uid 1 and a miner at uid 2. There is one permit to be had, and weights need a stake of 1000.
/// 14bc6f9f9 <c>epoch/run_epoch.rs: epoch_mechanism</c>, <c>lib.rs: check_weights_min_stake</c>.
/// </summary>
public sealed class An_owner_that_validates
{
    private static readonly NetUid Apex = new(1);

    private AccountId owner, miner;
    private Ledger ledger = null!;

    public An_owner_that_validates() => Start(ownerValidates: true);

    [Fact]
    public void has_a_permit_from_the_first_epoch_on() => Assert.Equal([true, true, false], Permits());

    [Fact]
    public void sets_weights_whatever_it_has()
    {
        Assert.IsType<WeightsSet>(Weigh(owner, of: 2));
        Assert.Equal(Refusal.NotEnoughStake, Assert.IsType<Refused>(Weigh(miner, of: 1)).Reason);
    }

    [Fact]
    public void sets_weights_for_itself_that_an_epoch_comes_from()
    {
        Weigh(owner, of: 0);
        Assert.Equal(owner, NextEpoch().NewestVoter);
    }

    [Fact]
    public void is_one_neuron_among_others_where_the_rules_do_not_say_so()
    {
        Start(ownerValidates: false);
        Assert.Equal([false, true, false], Permits());
        Assert.Equal(Refusal.NotEnoughStake, Assert.IsType<Refused>(Weigh(owner, of: 2)).Reason);
    }

    /// <summary>Begins, and waits for the first epoch.</summary>
    private void Start(bool ownerValidates)
    {
        var consensus = Some.Rules.Consensus with { OwnerValidates = ownerValidates, LeastStakeRao = Some.Rules.StakeThresholdRao };
        var genesis = new Genesis(new Block(100), Some.Rules with { MaxValidators = 1, Consensus = consensus });
        (owner, miner) = (genesis.Open(Tao.Zero), genesis.Open(Tao.Zero));
        genesis.Open(Apex, owner, new Pool(Tao.Of(1000), Alpha.Of(4000)), I96F32.FromRatio(1, 4));
        foreach (var (hotkey, staked) in new[] { (owner, 10m), (genesis.Open(Tao.Zero), 3000), (miner, 0) })
        {
            genesis.Register(Apex, hotkey);
            genesis.Stake(hotkey, Apex, hotkey, Alpha.Of(staked));
        }
        ledger = genesis.Build();
        NextEpoch();
    }

    private IEnumerable<bool> Permits() => ledger.State[Apex].Neurons.Select(neuron => neuron.HasPermit);

    private Outcome Weigh(AccountId who, ushort of) => ledger.Settle(new SetWeights(who, Apex, [new Link(of, 1)]));

    private EpochDrained NextEpoch()
    {
        while (true)
        {
            var epoch = ledger.OpenBlock(ledger.State.Block + 1).OfType<EpochDrained>().FirstOrDefault();
            ledger.CloseBlock();
            if (epoch is not null) return epoch;
        }
    }
}
