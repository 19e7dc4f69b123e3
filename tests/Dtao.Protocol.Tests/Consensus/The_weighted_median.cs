using System.Runtime.Intrinsics;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Consensus;

public sealed class The_weighted_median
{
    /// <summary>Who is silent votes 0.</summary>
    [Fact]
    public void is_the_lowest_level_at_which_the_stake_up_to_it_passes_the_minority_and_else_the_highest() =>
        ForAllVotes((voters, scores, median, _) => voters.Medians(scores)[3] == median.Raw);

    [Fact]
    public void is_known_when_it_is_guessed_and_nothing_else_is_taken_for_it() => ForAllVotes((voters, scores, median, isPassed) =>
        Enumerable.Range(0, 9).All(guess => (voters.AreMedians(Vector256.Create((long)guess), scores)[3] != 0) == (guess == median.Raw && isPassed)));

    /// <param name="holds">Given the voters, their scores, the median by its definition, and whether it is a level that passes a minority, which must be one.</param>
    private static void ForAllVotes(Func<Voters, Vector256<long>[], I32F32, bool, bool> holds)
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<(byte Score, byte Stake)[]>(), ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), (votes, majority, silence) =>
        {
            var (scores, stakes) = (Array.ConvertAll(votes, vote => new I32F32(vote.Score % 8)), Array.ConvertAll(votes, vote => new I32F32(1 + vote.Stake)));
            var silent = new I32F32(silence % 4 * 40);
            var minority = Shares.Sum(stakes) + silent - new I32F32(majority);
            var voters = new Voters([.. Enumerable.Range(0, votes.Length)], [.. stakes.Select(stake => stake.Raw)], silent.Raw, minority.Raw);
            var (all, weights) = silent == I32F32.Zero ? (scores, stakes) : ([.. scores, I32F32.Zero], [.. stakes, silent]);
            var median = Defined(all, weights, minority);
            return holds(voters, [.. scores.Select(score => Vector256.Create(score.Raw))], median, minority >= I32F32.Zero && UpTo(median, all, weights) > minority);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), property);
    }

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
