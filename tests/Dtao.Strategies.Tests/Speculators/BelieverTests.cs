using Dtao.Strategies.Acting;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class BelieverTests
{
    /// <summary>So long a mean pause that within a test nothing but news makes it look a second time.</summary>
    private const double Never = 2_000_000;

    private static readonly Heard Paid = Some.Heard(1, Topic.PayForHolding, 1);

    private static Looker Believer(double pause = Never, double trust = 0.8, double reaction = 100, double spread = 0) => new()
    {
        Pause = pause,
        CashShare = 1,
        PoolShare = 1,
        LeastOrder = 0.5,
        Slippage = 0.1,
        FromRoot = 0,
        Trust = trust,
        Unsure = 0.08,
        Revise = 0.4,
        Others = 0.5,
        Calm = 3000,
        Alarm = 0.1,
        Reaction = reaction,
        ReactionSpread = spread,
    };

    private static Sight At(long block, params Heard[] heard) => Some.Sight(block, [Some.Quote(1, 0.02)], heard: heard);

    /// <summary>The block at which it means to look next.</summary>
    private static long Next(Intent intent) => intent.Conditions.Single(condition => condition.Kind == WakeKind.At).Blocks;

    [Fact]
    public void It_sleeps_until_its_next_look_or_until_it_hears_what_a_subnet_pays_for()
    {
        var intent = Believer().Decide(At(1000), Some.Dice());
        Next(intent).ShouldBeGreaterThan(1000);
        intent.Conditions.ShouldContain(When.Post(Topic.PayForHolding, Topic.PayForSelling));
    }

    [Fact]
    public void Between_two_looks_it_decides_nothing_and_sleeps_on()
    {
        var believer = Believer();
        var next = Next(believer.Decide(At(1000), Some.Dice()));
        Next(believer.Decide(At(1001), Some.Dice())).ShouldBe(next);
        believer.Looks.ShouldBe(1);
    }

    [Fact]
    public void News_that_changes_its_belief_makes_it_look_after_its_time_to_react()
    {
        var believer = Believer(reaction: 100);
        believer.Decide(At(1000), Some.Dice());
        Next(believer.Decide(At(1001, Paid), Some.Dice())).ShouldBe(1101);
        believer.Decide(At(1100), Some.Dice());
        believer.Looks.ShouldBe(1);
        believer.Decide(At(1101), Some.Dice());
        believer.Looks.ShouldBe(2);
    }

    [Theory]
    [InlineData(0.2, true)] // a post moves it by 20 %, more than the alarm of 10 %
    [InlineData(0.05, false)]
    public void It_is_alarmed_only_by_what_changes_its_belief_enough(double trust, bool isAlarmed)
    {
        var believer = Believer(trust: trust);
        var next = Next(believer.Decide(At(1000), Some.Dice()));
        (Next(believer.Decide(At(1001, Paid), Some.Dice())) < next).ShouldBe(isAlarmed);
    }

    [Fact]
    public void News_never_puts_off_a_look()
    {
        var believer = Believer(pause: 1000, reaction: 1_000_000);
        var next = Next(believer.Decide(At(1000), Some.Dice()));
        next.ShouldBeGreaterThan(1001);
        Next(believer.Decide(At(1001, Paid), Some.Dice())).ShouldBe(next);
    }

    [Fact]
    public void Half_of_them_react_within_the_median_time()
    {
        var soon = Enumerable.Range(0, 1000).Count(agent =>
        {
            var believer = Believer(reaction: 100, spread: 1.4);
            believer.Decide(At(1000), Some.Dice(1, (ulong)agent));
            return Next(believer.Decide(At(1001, Paid), Some.Dice(2, (ulong)agent))) <= 1101;
        });
        soon.ShouldBeInRange(450, 550); // three standard deviations of 16
    }

    private sealed class Looker : Believer
    {
        public int Looks { get; private set; }

        protected override Intent Look(Sight sight, Dice dice)
        {
            Looks++;
            return Intent.None;
        }
    }
}
