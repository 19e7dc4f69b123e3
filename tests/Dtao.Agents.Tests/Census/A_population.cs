using Dtao.Agents.Census;
using Dtao.Agents.Tests.Configuration;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Speculators;

namespace Dtao.Agents.Tests.Census;

public sealed class A_population
{
    private const string Trend = """
        cohorts.trend { role = speculator, strategy = momentum, count = 40, wealth = { pareto = [1.2, 25 tao] }, on-root = { uniform = [0%, 50%] }, knobs.threshold = { uniform = [1%, 9%] } }
        """;

    private const string Validators = "cohorts.validators { role = validator, strategy = stake-dividends, count = 3, wealth = 1 tao }";

    [Fact]
    public void has_as_many_agents_as_its_cohorts_say_named_by_cohort_and_number()
    {
        var people = Of($"{Trend}\ncohorts.trend.count = 2\n{Validators}");
        Assert.Equal(["trend-0", "trend-1", "validators-0", "validators-1", "validators-2"], people.Seats.Select(seat => seat.Name));
        Assert.Equal([0, 1, 2, 3, 4], people.Seats.Select(seat => seat.Index));
    }

    [Fact]
    public void is_drawn_anew_for_each_agent_and_for_each_seed()
    {
        var traits = Traits(Of(Trend));
        Assert.Equal(40, traits.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(traits, Traits(Of(Trend)));
        Assert.Empty(traits.Intersect(Traits(Of(Trend, seed: 2))));
    }

    /// <summary>Paired comparisons across a sweep are fair only if this holds.</summary>
    [Theory]
    [InlineData("cohorts.ants { role = speculator, strategy = noise, count = 7, wealth = { pareto = [1.2, 25 tao] } }")] // sits before them
    [InlineData("cohorts.zebras { role = speculator, strategy = noise, count = 7, wealth = { pareto = [1.2, 25 tao] } }")]
    [InlineData("cohorts.trend.count = 90")]
    [InlineData("cohorts.trend.knobs.look-back = { uniform = [1 hours, 2 hours] }")] // was a constant: draws nothing
    public void is_not_drawn_otherwise_for_an_extra_cohort_agent_or_knob(string extra) =>
        Assert.Equal(Traits(Of(Trend)), Traits(Of($"{Trend}\n{extra}")).Take(40));

    [Fact]
    public void splits_wealth_into_free_and_root_to_the_rao()
    {
        var people = Of("cohorts.trend { role = speculator, strategy = momentum, count = 3, wealth = 10 tao, on-root = 70% }");
        Assert.All(people.Free, free => Assert.Equal(Tao.Of(3), free));
        Assert.All(people.OnRoot, staked => Assert.Equal(Tao.Of(7), staked));
    }

    [Fact]
    public void cuts_a_drawn_knob_to_its_range()
    {
        var people = Of($"{Trend}\ncohorts.trend.knobs.threshold = null\ncohorts.trend.knobs.threshold = {{ normal = [0%, 50%] }}");
        Assert.All(people.Seats, seat => Assert.True(((Momentum)seat.Strategy).Threshold >= 0));
        Assert.Contains(people.Seats, seat => ((Momentum)seat.Strategy).Threshold == 0);
    }

    [Fact]
    public void never_wakes_anyone_before_the_first_block() =>
        Assert.All(Of($"{Trend}\ncohorts.trend.first-wake = {{ normal = [0 blocks, 50 blocks] }}").Seats, seat => Assert.True(seat.FirstWake >= 1));

    [Fact]
    public void has_the_foundation_and_then_its_validators_at_the_head_of_the_roll_and_passive_ones_in_the_other_places()
    {
        var people = Of($"{Trend}\n{Validators}\ncohorts.foundation {{ role = foundation, strategy = passive, count = 1, wealth = 1 tao }}");
        var agents = people.Of(Role.Foundation).Concat(people.Of(Role.Validator)).Select(seat => seat.Account).ToArray();
        Assert.Equal(agents, people.Validators.Places.Take(4).Select(place => place.Hotkey));
        Assert.DoesNotContain(people.Validators.Places.Skip(4), place => people.Seats.Any(seat => seat.Account == place.Hotkey));
    }

    [Fact]
    public void shares_root_out_as_the_configuration_says_and_the_rest_in_equal_parts()
    {
        var places = Of("cohorts.validators { role = validator, strategy = stake-dividends, count = 6, wealth = 1 tao }\ngenesis.root.shares = [40%, 30%]").Validators.Places;
        Assert.Equal([0.4, 0.3, 0.075, 0.075, 0.075, 0.075], places.Select(place => Math.Round(place.Share, 12)));
        Assert.Equal(1, places.Sum(place => place.Share), 12);
    }

    [Fact]
    public void delegates_to_validators_by_their_share()
    {
        var people = Of("cohorts.crowd { role = speculator, strategy = noise, count = 4000, wealth = 1 tao }\ngenesis.root.shares = [40%, 30%]");
        Assert.InRange(people.Seats.Count(seat => seat.Delegate == people.Validators.Places[0].Hotkey), 1500, 1700);
        Assert.InRange(people.Seats.Count(seat => seat.Delegate == people.Validators.Places[1].Hotkey), 1100, 1300);
    }

    [Fact]
    public void lets_a_validator_stake_with_itself() => Assert.All(Of(Validators).Seats, seat => Assert.Equal(seat.Account, seat.Delegate));

    private static Population Of(string text, ulong seed = 1)
    {
        var config = Written.Run(text);
        return new Population(config, seed, new Genesis(config.Genesis.FirstBlock, config.Protocol));
    }

    /// <summary>What the agents of the cohort trend were born with.</summary>
    private static string[] Traits(Population people) =>
        [.. people.Of(Role.Speculator).Where(seat => seat.Id.Cohort == "trend").Select(seat => string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{people.OnRoot[seat.Index].Rao} {seat.FirstWake} {((Momentum)seat.Strategy).Threshold:R}"))];
}
