using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Consensus;

public sealed class Yuma_consensus
{
    private static readonly ConsensusRules Penalising = Some.Rules.Consensus with { BondsPenaltyU16 = ushort.MaxValue };

    [Fact]
    public void shares_all_of_incentive_and_of_dividends_or_nothing() => ForEverySubnet(seed =>
    {
        var input = new SomeSubnet(seed).Draw();
        var outcome = new YumaConsensus().Epoch(input);
        return IsWhole(outcome.Scores.Incentive) && IsWhole(outcome.Scores.Dividends) && IsWithin(outcome, input.EmissionRao);
    });

    [Fact]
    public void does_not_look_at_who_has_which_uid() => ForEverySubnet(seed =>
    {
        var subnet = new SomeSubnet(seed);
        var (input, to) = (subnet.Draw(), subnet.SomeOrder());
        var (one, other) = (new YumaConsensus().Epoch(input), new YumaConsensus().Epoch(SomeSubnet.Renamed(input, to)));
        return to.Index().All(renamed => IsTheSame(one, renamed.Index, other, renamed.Item, to));
    });

    [Fact] // one holds more than half of the stake: whatever the rest says, its weights are the consensus
    public void is_what_a_majority_of_stake_says() => ForEverySubnet(seed =>
    {
        var subnet = new SomeSubnet(seed);
        var word = subnet.SomeLinks();
        var stakes = Enumerable.Range(0, subnet.Validators).Select(_ => subnet.SomeStake()).ToArray();
        stakes[0] = stakes.Aggregate((a, b) => a + b);
        var rows = stakes.Select((_, uid) => uid == 0 ? word : subnet.SomeLinks()).ToArray();
        var consensus = new YumaConsensus().Epoch(subnet.Of(stakes, rows, [])).Scores.Consensus;
        var sum = word.Sum(link => link.Value);
        return word.All(link => sum == 0 || consensus[link.Uid] == I32F32.FromRatio(link.Value, (uint)sum))
            && Enumerable.Range(0, consensus.Length).Where(uid => word.All(link => link.Uid != uid)).All(uid => consensus[uid] == I32F32.Zero);
    });

    [Fact] // with bonds that follow clipped weights, and none from before
    public void pays_a_validator_that_leaves_the_majority_no_more_than_its_share_of_stake() => ForEverySubnet(seed =>
    {
        var subnet = new SomeSubnet(seed) { Rules = Penalising };
        var word = subnet.SomeLinks();
        var stakes = Enumerable.Range(0, subnet.Validators).Select(_ => subnet.SomeStake()).ToArray();
        stakes[0] = stakes.Aggregate((a, b) => a + b);
        var rows = stakes.Select((_, uid) => uid == 1 ? subnet.SomeLinks() : word).ToArray();
        var outcome = new YumaConsensus().Epoch(subnet.Of(stakes, rows, []));
        var share = I32F32.FromDouble(stakes[1] / (double)stakes.Aggregate((a, b) => a + b));
        return outcome.Scores.Dividends[1].Raw <= share.Raw + 4 * (subnet.Validators + subnet.Miners);
    });

    [Fact]
    public void finds_the_same_after_many_other_epochs_as_at_once() => ForEverySubnet(seed =>
    {
        var used = new YumaConsensus();
        used.Epoch(new SomeSubnet(seed / 2).Draw());
        used.Epoch(new SomeSubnet(seed / 3).Draw());
        var (one, other) = (used.Epoch(new SomeSubnet(seed).Draw()), new YumaConsensus().Epoch(new SomeSubnet(seed).Draw()));
        return AreTheSame(one, other);
    });

    [Fact] // stakes change before every epoch, now and then weights, who holds a uid, and who is the owner
    public void finds_the_same_whatever_it_knows_from_the_epoch_before() => ForEverySubnet(seed =>
    {
        var (subnet, random) = (new SomeSubnet(seed), new Random(seed));
        int? owner = null;
        var (knowing, forgetful) = (subnet.Draw(), new YumaConsensus());
        var consensus = new YumaConsensus();
        for (var epoch = 0; epoch < 6; epoch++)
        {
            var block = new Block(10 + 10 * epoch);
            for (var uid = 0; uid < subnet.Validators; uid++) knowing.StakeWeights[uid] = I96F32.FromInteger(subnet.SomeStake());
            if (random.Next(3) == 0) knowing.Neurons[random.Next(subnet.Validators)].SetWeights(subnet.SomeLinks(), block);
            if (random.Next(4) == 0) knowing.Neurons[random.Next(knowing.Neurons.Length)] = new Neuron(new AccountId(100 + epoch), block);
            if (random.Next(4) == 0) owner = random.Next(2) == 0 ? null : random.Next(subnet.Validators);
            if (owner is { } self) knowing.Neurons[self].SetWeights([.. subnet.SomeLinks(), new Link((ushort)self, 9)], block);
            var now = knowing with { Block = block, OwnerUid = owner };
            var (one, other) = (consensus.Epoch(now), forgetful.Epoch(now with { Memory = new EpochMemory() }));
            if (!AreTheSame(one, other)) return false;
            one.LeaveWith(now.Neurons);
        }
        return true;
    });

    [Fact]
    public void gives_all_to_stake_where_nobody_sets_weights()
    {
        var subnet = new SomeSubnet(1);
        var outcome = new YumaConsensus().Epoch(subnet.Of([3, 1, 0], [[], [], []], []));
        Assert.All(outcome.Incentive, incentive => Assert.Equal(0UL, incentive));
        Assert.Equal([270_000_000_000, 90_000_000_000, 0], outcome.Dividends[..3]);
        Assert.All(outcome.Scores.Dividends, dividend => Assert.Equal(I32F32.Zero, dividend));
    }

    [Fact] // whole rao: 999 is less than 1000
    public void counts_nobody_who_has_too_little_but_the_owner()
    {
        var subnet = new SomeSubnet(1) { Rules = Some.Rules.Consensus with { LeastStakeRao = 1000 } };
        var input = subnet.Of([1000, 999, 500], [[], [], []], []);
        Assert.Equal([1, 0, 0], Stakes(input));
        Assert.Equal([0.666666667, 0, 0.333333333], Stakes(input with { OwnerUid = 2 }));

        double[] Stakes(EpochInput of) => [.. new YumaConsensus().Epoch(of).Scores.Stake[..3].Select(share => Math.Round(share.ToDouble(), 9))];
    }

    [Fact]
    public void gives_the_owner_a_permit_whatever_its_stake()
    {
        var input = new SomeSubnet(1).Of([3, 2, 1], [[], [], []], []) with { MaxValidators = 1 };
        Assert.Equal([true, false, false], new YumaConsensus().Epoch(input).Permits[..3]);
        Assert.Equal([true, false, true], new YumaConsensus().Epoch(input with { OwnerUid = 2 }).Permits[..3]);
    }

    [Fact] // two weigh themselves, one of them with more than half of the stake
    public void hears_of_oneself_from_the_owner_only()
    {
        var input = new SomeSubnet(1).Of([1, 3, 1], [[new Link(0, 1)], [new Link(1, 1)], []], []);
        Assert.All(new YumaConsensus().Epoch(input).Incentive, incentive => Assert.Equal(0UL, incentive));
        var heard = new YumaConsensus().Epoch(input with { OwnerUid = 1, Memory = new EpochMemory() });
        Assert.Equal([0, input.EmissionRao / 2, 0], heard.Incentive[..3]);
    }

    private static bool AreTheSame(EpochOutcome one, EpochOutcome other) =>
        one.Incentive.SequenceEqual(other.Incentive) && one.Dividends.SequenceEqual(other.Dividends) && one.Permits.SequenceEqual(other.Permits)
        && one.Scores.Consensus.SequenceEqual(other.Scores.Consensus) && one.Scores.Pruning.SequenceEqual(other.Scores.Pruning)
        && one.Bonds.Zip(other.Bonds).All(rows => rows.First.SequenceEqual(rows.Second));

    private static void ForEverySubnet(Func<int, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(1_000_000), Prop.ForAll(ArbMap.Default.ArbFor<int>(), holds));

    /// <summary>Each of the floored shares loses less than 2⁻³².</summary>
    private static bool IsWhole(I32F32[] shares)
    {
        var sum = Shares.Sum(shares);
        return sum == I32F32.Zero || (sum <= I32F32.One && sum.Raw >= I32F32.One.Raw - shares.Length);
    }

    private static bool IsWithin(EpochOutcome outcome, ulong emission) =>
        outcome.Incentive.Concat(outcome.Dividends).Aggregate((a, b) => a + b) is var paid && paid <= emission && emission - paid < 10_000;

    private static bool IsTheSame(EpochOutcome one, int uid, EpochOutcome other, int renamed, int[] to) =>
        (one.Incentive[uid], one.Dividends[uid], one.Permits[uid]) == (other.Incentive[renamed], other.Dividends[renamed], other.Permits[renamed])
        && NeuronScore.Of(one.Scores, uid) == NeuronScore.Of(other.Scores, renamed)
        && one.Bonds[uid].Select(bond => bond with { Uid = (ushort)to[bond.Uid] }).OrderBy(bond => bond.Uid).SequenceEqual(other.Bonds[renamed].OrderBy(bond => bond.Uid));
}
