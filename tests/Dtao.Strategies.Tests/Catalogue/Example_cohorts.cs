using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Strategies.Tests.Catalogue;

public class Example_cohorts
{
    public static TheoryData<string> Names => Every_strategy.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void show_each_strategy_with_knobs_that_it_has(string name)
    {
        var diagnostics = new DiagnosticBag();
        var cohorts = Configured.Section([ConfigLayer.File($"cohorts/{name}.conf")], diagnostics, "cohorts");
        foreach (var (cohort, section) in cohorts.Each())
        {
            section.Text("strategy").ShouldBe(name, cohort);
            CheckCohort(section, Configured.Catalogue.Find(name)!);
        }
        cohorts.Done();
        diagnostics.ToImmutable().ShouldBeEmpty();
        cohorts.Names().ShouldNotBeEmpty();
    }

    private static void CheckCohort(ConfigReader section, StrategyEntry strategy)
    {
        section.Text("role").ShouldBe(strategy.About.Role.ToString().ToLowerInvariant());
        section.Whole("count").ShouldBeGreaterThan(0ul);
        section.Draw("wealth", Unit.Tao);
        section.Draw("on-root", Unit.Fraction);
        if (section.Has("talks")) section.Flag("talks");
        if (section.Has("reach")) section.Fraction("reach");
        if (section.Has("kind")) section.Text("kind").ShouldBeOneOf("ai", "meme", "cost-subsidy", "empty");
        if (!section.Has("knobs")) return;
        var knobs = section.Section("knobs");
        foreach (var knob in strategy.Knobs.Where(knob => knobs.Has(knob.Key))) knobs.Draw(knob.Key, Configured.UnitOf(knob));
    }
}
