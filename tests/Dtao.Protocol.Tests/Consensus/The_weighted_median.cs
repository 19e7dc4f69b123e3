using System.Runtime.Intrinsics;
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
            var (scores, stakes) = (Array.ConvertAll(votes, vote => new I32F32(vote.Score % 8)), Array.ConvertAll(votes, vote => new I32F32(1 + vote.Stake)));
            var minority = Shares.Sum(stakes) - new I32F32(majority);
            var voters = new Voters([.. Enumerable.Range(0, votes.Length)], [.. stakes.Select(stake => stake.Raw)], silent: 0, minority.Raw);
            var median = new I32F32(voters.Medians([.. scores.Select(score => Vector256.Create(score.Raw))])[3]);
            return median == Defined(scores, stakes, minority);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), property);
    }

    private static I32F32 Defined(I32F32[] scores, I32F32[] stakes, I32F32 minority)
    {
        var levels = scores.Distinct().Order().ToArray();
        if (levels.Length == 0) return I32F32.Zero;
        foreach (var level in levels)
            if (Shares.Sum([.. stakes.Where((_, voter) => scores[voter] <= level)]) > minority)
                return level;
        return levels[^1];
    }
}
