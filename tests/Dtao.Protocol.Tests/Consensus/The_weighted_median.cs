using System.Runtime.Intrinsics;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Consensus;

public sealed class The_weighted_median
{
    /// <summary>Four columns of the same scores, each with a guess of its own, right or wrong. Who is silent votes 0.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(99_991, false)]
    [InlineData(1, true)]
    [InlineData(99_991, true)]
    public void is_the_lowest_level_at_which_the_stake_up_to_it_passes_the_minority_and_else_the_highest_whatever_was_guessed(long apart, bool inPairs)
    {
        if (inPairs && !TwoRows.AreSupported) return;
        var property = Prop.ForAll(ArbMap.Default.ArbFor<(byte Score, byte Stake)[]>(), ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), (votes, majority, silence) =>
        {
            var (scores, stakes) = (Array.ConvertAll(votes, vote => new I32F32(vote.Score % 8 * apart)), Array.ConvertAll(votes, vote => new I32F32(1 + vote.Stake)));
            var silent = new I32F32(silence % 4 * 40);
            var minority = Shares.Sum(stakes) + silent - new I32F32(majority);
            int[] rows = [.. Enumerable.Range(0, votes.Length)];
            long[] staked = [.. stakes.Select(stake => stake.Raw)];
            var (all, weights) = silent == I32F32.Zero ? (scores, stakes) : ([.. scores, I32F32.Zero], [.. stakes, silent]);
            var (columns, median) = (InLanes(scores.Select(score => score.Raw)), Vector256.Create(Defined(all, weights, minority).Raw));
            return Enumerable.Range(0, 9).All(guess => new Voters(rows, staked, InLanes(staked), silent.Raw, minority.Raw, inPairs).Medians(Vector256.Create(guess * apart, 0, guess * apart / 2, (8 - guess) * apart + 1), columns) == median);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), property);
    }

    /// <summary>Of an even number of rows.</summary>
    private static Vector256<long>[] InLanes(IEnumerable<long> byRow) => [.. byRow.Select(Vector256.Create), .. byRow.Count() % 2 == 0 ? [] : new[] { Vector256<long>.Zero }];

    private static I32F32 Defined(I32F32[] scores, I32F32[] stakes, I32F32 minority)
    {
        var levels = scores.Distinct().Order().ToArray();
        if (levels.Length == 0) return I32F32.Zero;
        foreach (var level in levels)
            if (UpTo(level, scores, stakes) > minority)
                return level;
        return levels[^1];
    }

    private static I32F32 UpTo(I32F32 level, I32F32[] scores, I32F32[] stakes) => Shares.Sum([.. stakes.Where((_, voter) => scores[voter] <= level)]);
}
