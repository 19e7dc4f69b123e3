using Shouldly;

namespace Dtao.Hocon.Tests.Reading;

public sealed class DrawRangeTests
{
    [Theory]
    [InlineData("50%", null)]
    [InlineData("150%", "a is 150%|it must be at most 1")]
    [InlineData("-1", "a is -1|it must be at least 0")]
    [InlineData("{ uniform = [0, 1] }", null)]
    [InlineData("{ uniform = [50%, 150%] }", "a.uniform[1] is 150%|it must be at most 1")]
    [InlineData("{ normal = [50%, 150%] }", null)] // the spread is no value drawn
    [InlineData("{ normal = [150%, 5%] }", "a.normal[0] is 150%|it must be at most 1")]
    [InlineData("{ lognormal = [150%, 5] }", "a.lognormal[0] is 150%|it must be at most 1")]
    [InlineData("{ pareto = [1.5, 50%] }", null)]
    [InlineData("{ pareto = [1.5, 150%] }", "a.pareto[1] is 150%|it must be at most 1")]
    [InlineData("{ exponential = 150% }", "a.exponential is 150%|it must be at most 1")]
    public void A_range_binds_a_constant_and_what_a_draw_lies_round(string value, string? expected)
    {
        var diagnostics = new DiagnosticBag();
        new ConfigReader(Some.Tree($"a = {value}").Root, diagnostics).Draw("a", Unit.Fraction, 0, 1);
        diagnostics.ToImmutable().Select(error => $"{error.Message}|{error.Remedy}").ShouldBe(expected is null ? [] : [expected]);
    }

    [Theory]
    [InlineData("{ parto = [1.5, 50%] }", "a is no draw|did you mean \"pareto\"?  (known: uniform, normal, lognormal, exponential, pareto)")]
    [InlineData("{ lognormla = [50%, 1] }", "a is no draw|did you mean \"lognormal\"?  (known: uniform, normal, lognormal, exponential, pareto)")]
    [InlineData("{ gauss = [50%, 1] }", "a is no draw|write a constant, or one of { uniform = [a, b] } { normal = [mean, sd] } { lognormal = [median, sigma] } { exponential = mean } { pareto = [shape, scale] }")]
    public void A_draw_that_is_none_is_told_with_the_one_that_was_meant(string value, string expected)
    {
        var diagnostics = new DiagnosticBag();
        new ConfigReader(Some.Tree($"a = {value}").Root, diagnostics).Draw("a", Unit.Fraction);
        diagnostics.ToImmutable().Select(error => $"{error.Message}|{error.Remedy}").ShouldBe([expected]);
    }

    [Theory]
    [InlineData(Unit.Blocks, "2 days", "it must be at most 7200 blocks")]
    [InlineData(Unit.Tao, "8000 tao", "it must be at most 7200 tao")]
    [InlineData(Unit.Price, "8000 tao/alpha", "it must be at most 7200 tao/alpha")]
    [InlineData(Unit.Number, "8000", "it must be at most 7200")]
    public void A_bound_is_told_in_the_unit_of_the_key(Unit unit, string value, string remedy)
    {
        var diagnostics = new DiagnosticBag();
        new ConfigReader(Some.Tree($"a = {value}").Root, diagnostics).Draw("a", unit, 0, 7200);
        diagnostics.ToImmutable().ShouldHaveSingleItem().Remedy.ShouldBe(remedy);
    }
}
