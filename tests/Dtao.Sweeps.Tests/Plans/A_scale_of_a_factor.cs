using Dtao.Hocon;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Tests.Plans;

public sealed class A_scale_of_a_factor
{
    [Theory]
    [InlineData("[20%, 0.4]", "20%", Unit.Fraction, 0.2)]
    [InlineData("[1 days, 360 blocks]", "1 days", Unit.Blocks, 7200.0)]
    [InlineData("[\"5 tao\", 1 rao]", "5 tao", Unit.Tao, 5.0)]
    [InlineData("[5, 10]", "10", Unit.Fraction, 10.0)]
    [InlineData("[sn28, demo]", "demo", null, null)]
    [InlineData("[5, none]", "5", null, null)]
    public void Tells_values_in_their_common_unit(string values, string written, Unit? unit, double? number)
    {
        var scale = FactorScale.Of(Plan($"vary.\"a.b\"={values}").Factors.Single());
        Assert.Equal((unit, number), (scale.Unit, scale.Number(written)));
    }

    [Fact]
    public void Finds_a_drawn_number_in_what_it_is_written_into()
    {
        var plan = Plan("vary.\"a.wealth\"={ lhs = [10 tao, 20 tao], as = \"{ pareto = [1.2, @] }\" }", "points=1");
        var scale = FactorScale.Of(plan.Factors.Single());
        var written = plan.Points.Single().Values.Single();
        Assert.Matches(@"^\{ pareto = \[1\.2, [0-9.]+ tao\] \}$", written);
        Assert.InRange(scale.Number(written)!.Value, 10, 20);
    }

    [Fact]
    public void Of_a_plan_that_is_read_again_is_the_same_since_its_text_gives_itself()
    {
        var plan = Plan("vary.\"a.b\"=[1, 2]", "set.\"c.d\"=[x, y]", "question=\"Why \\\"now\\\"?\"");
        var file = Path.GetTempFileName();
        File.WriteAllText(file, plan.Text);
        var again = SweepFile.Read(file, new DiagnosticBag());
        Assert.Equal((plan.Text, plan.Base, plan.Question, plan.EarlierRuns), (again.Text, again.Base, again.Question, again.EarlierRuns));
        Assert.Equal(plan.Runs.Select(run => string.Join(' ', run.Settings)), again.Runs.Select(run => string.Join(' ', run.Settings)));
        File.Delete(file);
    }

    private static SweepPlan Plan(params string[] settings)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SweepFile.Read(null, diagnostics, ["base=demo", .. settings]);
        Assert.Equal(0, diagnostics.Errors);
        return plan;
    }
}
