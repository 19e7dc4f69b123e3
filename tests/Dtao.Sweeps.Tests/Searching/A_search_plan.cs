using Dtao.Hocon;
using Dtao.Strategies.Catalogue;
using Dtao.Sweeps.Searching;

namespace Dtao.Sweeps.Tests.Searching;

public sealed class A_search_plan
{
    private static readonly SearchedSetting Size = new("cohorts.a.knobs.size", new DrawSpec(DrawKind.Uniform, 0.1, 0.2), Unit.Fraction, "@");
    private static readonly SearchedSetting Count = new("cohorts.a.count", new DrawSpec(DrawKind.Uniform, 10, 20), Unit.Fraction, "@");

    [Fact]
    public void ships_on_targets_12_to_29_and_on_seeds_of_its_own()
    {
        var plan = Shipped();
        Assert.All(plan.Targets, target => Assert.InRange(target, 12, 29));
        Assert.Equal([101, 102], plan.Seeds);
        Assert.Equal([103, 104, 105, 106], plan.Finals!.Seeds);
    }

    [Fact]
    public void as_shipped_draws_nothing_that_a_run_would_not_take() =>
        Assert.Empty(CandidateConfigs.Of(Shipped(), StrategyCatalogue.BuiltIn()).Diagnostics.ToImmutable());

    [Fact]
    public void draws_a_setting_alike_whatever_others_there_are()
    {
        Assert.Equal(Plan(1, Size).Tried.Select(candidate => candidate.Values[0]), Plan(1, Count, Size).Tried.Select(candidate => candidate.Values[1]));
        Assert.NotEqual(Plan(1, Size).Tried.Select(candidate => candidate.Values[0]), Plan(2, Size).Tried.Select(candidate => candidate.Values[0]));
    }

    [Fact]
    public void tries_the_base_as_it_stands_before_what_is_drawn()
    {
        var tried = Plan(1, Size, Count).Tried;
        Assert.Empty(tried[0].Settings);
        Assert.All(tried.Skip(1), candidate => Assert.Equal(2, candidate.Settings.Count));
        Assert.Equal([0, 1, 2, 3, 4, 5], tried.Select(candidate => candidate.Number));
    }

    [Fact]
    public void draws_counts_whole_and_within_their_range() =>
        Assert.All(Plan(1, Count).Tried.Skip(1), candidate => Assert.InRange(int.Parse(candidate.Values[0], System.Globalization.CultureInfo.InvariantCulture), 10, 20));

    [Theory]
    [InlineData(Unit.Tao, 12.34567, "12.35 tao")]
    [InlineData(Unit.Blocks, 299.6, "300 blocks")]
    [InlineData(Unit.Price, 0.05, "0.05 tao/alpha")]
    [InlineData(Unit.Fraction, 0.000012345, "0.00001234")] // 0.0000123449999…
    public void writes_values_in_their_unit_and_in_four_digits(Unit unit, double drawn, string written) =>
        Assert.Equal(written, new SearchedSetting("a.b", DrawSpec.Constant(drawn), unit, "@").ValueFor(1, 1));

    [Fact]
    public void writes_a_value_where_it_belongs() =>
        Assert.Equal("{ pareto = [1.2, 20 tao] }", new SearchedSetting("a.b", DrawSpec.Constant(0), Unit.Tao, "{ pareto = [1.2, @] }").Written("20 tao"));

    private static SearchPlan Plan(ulong seed, params SearchedSetting[] settings) => new("sn28", [1], "", [12], 5, seed, settings);

    private static SearchPlan Shipped()
    {
        var diagnostics = new DiagnosticBag();
        var plan = SearchFile.Read(SearchFile.Find("launch"), diagnostics);
        Assert.Empty(diagnostics.ToImmutable());
        return plan;
    }
}
