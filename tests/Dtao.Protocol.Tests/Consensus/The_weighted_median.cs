using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Consensus;

public sealed class The_weighted_median
{
    [Fact]
    public void is_the_lowest_level_at_which_the_stake_up_to_it_passes_the_minority_and_else_the_highest()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<(byte Score, byte Stake)[]>(), ArbMap.Default.ArbFor<byte>(), (votes, majority) =>
        {
            var ballots = votes.Select(vote => new Ballot(new(vote.Score % 8), new(vote.Stake))).ToArray();
            var sum = Shares.Sum([.. ballots.Select(ballot => ballot.Stake)]);
            var expected = Defined(ballots, sum, new(majority));
            return WeightedMedian.Of(ballots, new Ballot[ballots.Length], sum, new(majority)) == expected;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), property);
    }

    private static I32F32 Defined(Ballot[] ballots, I32F32 sum, I32F32 majority)
    {
        var levels = ballots.Select(ballot => ballot.Score).Distinct().Order().ToArray();
        if (levels.Length == 0) return I32F32.Zero;
        foreach (var level in levels)
            if (Shares.Sum([.. ballots.Where(ballot => ballot.Score <= level).Select(ballot => ballot.Stake)]) > sum - majority)
                return level;
        return levels[^1];
    }
}
